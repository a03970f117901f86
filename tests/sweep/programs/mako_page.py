"""Renders a page from a template that is compiled to Python."""

from mako.template import Template

page = Template("""
<%def name="row(item)"><li>${item[0] | h}: ${"%.2f" % item[1]}</li></%def>
% for item in items:
    % if item[1] > 1:
${row(item)}
    % endif
% endfor
total ${sum(price for _, price in items)}
""")
print(page.render(items=[(name, number * 1.5) for number, name in enumerate(["a", "<b>", "c"])]))
