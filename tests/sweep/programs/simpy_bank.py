"""Customers queue at two counters: processes are generators that events drive."""

import simpy


def customer(environment, name, counters, time):
    arrived = environment.now
    with counters.request() as request:
        patience = environment.timeout(3)
        result = yield request | patience
        if request in result:
            print("%s is served at %s after %s" % (name, environment.now, environment.now - arrived))
            yield environment.timeout(time)
        else:
            print("%s leaves at %s" % (name, environment.now))


def source(environment, counters):
    for number in range(7):
        environment.process(customer(environment, "customer %d" % number, counters, 2 + number % 3 * 2))
        yield environment.timeout(1)


environment = simpy.Environment()
counters = simpy.Resource(environment, capacity=2)
environment.process(source(environment, counters))
environment.run()
print("closed at", environment.now)
