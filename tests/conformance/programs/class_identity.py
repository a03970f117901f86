# Classes of the main program stay one object: isinstance, attributes, registries, nested classes.
from hop import hop


class Animal:
    registry = {}
    count = 0

    class Tag:
        pass

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Animal.registry[cls.__name__] = cls


class Dog(Animal):
    pass


dog, tag = Dog(), Animal.Tag()
Animal.count += 1
local = Dog
hop()
print(isinstance(dog, Dog), isinstance(dog, Animal), type(dog) is Dog, Dog is local)
print(Animal.registry["Dog"] is Dog, Animal.count, isinstance(tag, Animal.Tag))
print(Dog.__mro__[1] is Animal, Animal.__subclasses__() == [Dog], Dog.__module__)
