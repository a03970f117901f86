"""Renders a page from templates that inherit, include and loop."""

from jinja2 import DictLoader, Environment

templates = {
    "base": "<h1>{% block title %}none{% endblock %}</h1>{% block body %}{% endblock %}",
    "page": """{% extends "base" %}{% block title %}{{ title | upper }}{% endblock %}
{% macro row(item) %}<li>{{ item.name }}: {{ "%.2f" | format(item.price) }}</li>{% endmacro %}
{% block body %}{% for item in items if item.price > 1 %}{{ loop.index }} {{ row(item) }}
{% else %}nothing{% endfor %}{% set total = items | sum(attribute="price") %}{{ total }}{% endblock %}""",
}
environment = Environment(loader=DictLoader(templates), autoescape=True)
items = [{"name": name, "price": number * 1.5} for number, name in enumerate(["a", "<b>", "c"])]
print(environment.get_template("page").render(title="sale", items=items))
