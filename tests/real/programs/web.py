# needs: flask
# Requests to an application by its test client, which hop inside of a view, a template's function and a streamed answer.
import logging

from flask import Blueprint, Flask, Response, g, jsonify, render_template_string, request, session
from move import hop, moved

app = Flask(__name__)
app.secret_key = "not secret"
part = Blueprint("part", __name__, url_prefix="/part")
seen = []


@app.before_request
def begin():
    g.started = len(seen)
    seen.append(request.path)


@app.after_request
def end(response):
    response.headers["X-Seen"] = str(len(seen))
    return response


@app.route("/count")
def count():
    session["count"] = session.get("count", 0) + 1
    if session["count"] == 2:
        hop()
    return jsonify(count=session["count"], started=g.started)


@part.route("/<name>")
def page(name):
    return render_template_string(
        "Hello {{ name }}{% for i in range(3) %} {{ square(i) }}{% endfor %}", name=name, square=square
    )


def square(number):
    if number == 2:
        hop()
    return number * number


@app.route("/stream")
def stream():
    def lines():
        for number in range(4):
            yield "line %d\n" % number

    return Response(lines(), mimetype="text/plain")


@app.errorhandler(404)
def missing(error):
    hop()
    return "no %s" % request.path, 404


app.register_blueprint(part)
logging.getLogger("werkzeug").setLevel(logging.ERROR)
client = app.test_client()
for _ in range(3):
    answer = client.get("/count")
    print(answer.status_code, answer.json, answer.headers["X-Seen"])
answer = client.get("/stream")
hop()
print(answer.get_data(as_text=True).split("\n"), client.get("/part/you").get_data(as_text=True))
print(client.get("/nothing").status, seen, sorted(rule.rule for rule in app.url_map.iter_rules()))
moved()
