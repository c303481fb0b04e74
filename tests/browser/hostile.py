"""A corpus whose texts try to be more than text, and a service that sends more than content."""

import json
from pathlib import Path
from typing import Final

from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

MARKUP: Final = "<img src=x onerror=hacked=1></script><script>hacked=1</script><style>*{display:none}</style>"
NAME: Final = f"{MARKUP} \"Varga\" 'the & bold' \u202eright to left\u200f \U0001f3f4\U0001f3fd {{{{ 7 * 7 }}}}"
LONG: Final = f"{MARKUP}{'W' * 10_000}"

_FILES: Final = {
    "corpus.yaml": "dataset: hostile\ntitle: Hostile\ntimezone: Europe/Kyiv\n",
    "entities.yaml": f"""\
entities:
  speaker: {{kind: Person, name: {json.dumps(NAME, ensure_ascii=False)}, description: "{LONG}"}}
  brigade: {{kind: Unit, name: "{MARKUP}"}}
  town: {{kind: Place, name: {json.dumps(NAME[::-1], ensure_ascii=False)}}}
  retreat: {{kind: Event, name: "The retreat {MARKUP}"}}
  paper: {{kind: Organisation, name: "javascript:alert(1)//{MARKUP}"}}
""",
    "sources/paper.yaml": f"""\
source: {{key: paper, title: "{LONG}", publisher: paper, published: 2030-03-05, url: "https://example.org/'\\"onload=x"}}
claims:
  - text: "{LONG}"
    predicate: LOCATED_IN
    subject: brigade
    object: town
    during: retreat
    event: 2030-03-04T10:00
    attribution: [speaker]
    locator: "p. {MARKUP}"
    quote: "{LONG}"
  - text: {json.dumps(NAME, ensure_ascii=False)}
    predicate: LOCATED_IN
    subject: brigade
    object: town
    during: retreat
    polarity: deny
    event: 2030-03-04T10:00
    attribution: [paper]
""",
}

_PAGE: Final = """<!doctype html><base href="https://evil.example/"><main onclick="hacked=1" style="color: red">
<h2 onmouseover="hacked=1" style="position: fixed" id="kept" class="kept">A heading <script>hacked=1</script></h2>
<p><a href="javascript:hacked=1">first</a> <a href="JaVaScRiPt&#58;hacked=1">second</a>
<a href="data:text/html,<script>hacked=1</script>">third</a> <a href="/issues" target="_self" ping="/x">fourth</a></p>
<img src="x" onerror="hacked=1"><iframe srcdoc="<script>hacked=1</script>"></iframe><object data="x"></object>
<embed src="x"><form action="/x"><input name="y" autofocus onfocus="hacked=1"><button formaction="javascript:hacked=1">
</button></form><style>* { display: none }</style><link rel="stylesheet" href="/x.css"><meta http-equiv="refresh"
content="0; url=/x"><template><img src="x" onerror="hacked=1"></template><base target="_self"><slot></slot>
<template shadowrootmode="open"><p>shadow</p></template><video src="x" onerror="hacked=1"></video>
<svg onload="hacked=1"><a href="javascript:hacked=1"><text>fifth</text></a><use href="#x"/><foreignObject><img src="x">
</foreignObject><animate attributeName="href" values="javascript:hacked=1"/><set attributeName="onload" to="hacked=1"/>
<script>hacked=1</script><circle r="5" fill="url(https://evil.example/x)" cx="10"/></svg>
<math><mtext><mglyph><style><img src="x" onerror="hacked=1"></style></mglyph></mtext></math>
<claim-card claim="claim/c1x"></claim-card><dialog open>dialog</dialog><p>the end</p></main>"""


def write(folder: Path) -> Path:
    """The folder, with the hostile corpus in it."""
    for name, text in _FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


async def impostor(scope: Scope, receive: Receive, send: Send) -> None:
    """Another's service, which answers every question with everything that is not plain content."""
    allowed = {"access-control-allow-origin": "*"}
    if scope["path"].endswith(".css"):
        answer = Response(":host { color: black }", media_type="text/css", headers=allowed)
    else:
        answer = HTMLResponse(_PAGE, headers=allowed)
    await answer(scope, receive, send)
