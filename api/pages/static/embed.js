/* claimgraph's boards and cards as custom elements, for pages of any origin that the service allows:

     <script src="https://claims.example.org/embed.js" async></script>
     <claim-board issue="issue/…"></claim-board>
     <claim-card claim="claim/…"></claim-card>
     <entity-card entity="entity/…"></entity-card>

   Each asks for the page /embed/… of the same thing and shows its `main` in a shadow root. Nothing is parsed out of a
   string, nothing is evaluated, no style stands in an attribute: a strict Content-Security-Policy with Trusted Types
   may stay as it is. docs/embedding.md has the attributes, variables and events. Licence: Apache-2.0. */
(() => {
  "use strict";

  const ELEMENTS = { "claim-board": "issue", "claim-card": "claim", "entity-card": "entity" };
  const CLOCKS = ["known", "recorded", "event", "certainty"];
  const OTHERS = ["service", "loading", "heading"];
  const HEADINGS = "h1, h2, h3, h4, h5, h6";
  const PATIENCE = 30_000; // milliseconds

  /* Where the service is: beside this script, until an attribute says otherwise. */
  const OURS = document.currentScript?.src ? new URL(".", document.currentScript.src).href : "";

  /* What may stand in a shadow root. Pieces hold nothing else; whatever else there were would be dropped. */
  const TAGS = ("a abbr article b bdi bdo blockquote br caption circle code dd details div dl dt em figcaption figure" +
    " g h1 h2 h3 h4 h5 h6 hr i li line ol p path pre q rect s section small span strong sub summary sup svg table" +
    " tbody td text tfoot th thead time title tr tspan u ul").split(" ");
  const ATTRIBUTES = ("class colspan cx cy d datetime dir height hidden href id lang open overflow r role rowspan rx" +
    " ry scope tabindex title viewBox width x x1 x2 y y1 y2").split(" ");

  /* Takes away all that is no plain content, and makes links absolute and good for the top window. */
  function clean(main, address) {
    for (const element of main.querySelectorAll("*")) {
      if (!TAGS.includes(element.localName)) element.remove();
      for (const name of element.getAttributeNames()) {
        if (!ATTRIBUTES.includes(name) && !name.startsWith("aria-")) element.removeAttribute(name);
      }
      if (element.hasAttribute("href")) direct(element, address);
    }
  }

  function direct(link, address) {
    const href = link.getAttribute("href");
    const target = URL.canParse(href, address) ? new URL(href, address) : null;
    const leads = link.localName === "a" && ["http:", "https:"].includes(target?.protocol);
    if (!leads) return link.removeAttribute("href");
    link.setAttribute("href", target.href);
    link.setAttribute("target", "_top");
    link.setAttribute("rel", "noopener");
  }

  /* The page at an address, as a document in which nothing runs and nothing is fetched. Silent once it is aborted. */
  function read(address, signal) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      request.setRequestHeader("accept", "text/html");
      request.responseType = "document";
      request.timeout = PATIENCE;
      request.onerror = request.ontimeout = () => reject(unanswered(address));
      request.onload = () => {
        const main = request.response?.querySelector("main");
        if (request.status === 200 && main) return resolve(main);
        const reason = main?.querySelector(".lead")?.textContent.trim();
        reject(failure(reason || `the service answered with status ${request.status}`, request.status));
      };
      signal.addEventListener("abort", () => request.abort());
      request.send();
    });
  }

  /* The stylesheet of a service: one object for all elements of the page, filled when the first of them loads. */
  const sheets = new Map();

  function sheetOf(service) {
    if (!sheets.has(service)) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(":host { display: block } :host([hidden]) { display: none }");
      sheets.set(service, { sheet, filled: null });
    }
    return sheets.get(service);
  }

  function fill(service) {
    const styles = sheetOf(service);
    styles.filled ??= fetch(new URL("static/pieces.css", service), { signal: AbortSignal.timeout(PATIENCE) })
      .then((response) => (response.ok ? response.text() : Promise.reject()))
      .then((text) => styles.sheet.replace(text))
      .catch(() => {
        styles.filled = null; // the next element tries again
        throw unanswered(service);
      });
    return styles.filled;
  }

  function failure(message, status = 0) {
    return Object.assign(new Error(message), { status });
  }

  function unanswered(address) {
    return failure(`${new URL(address).host} did not answer, or not for this page to read`);
  }

  class Piece extends HTMLElement {
    static #near = new IntersectionObserver(
      (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => entry.target.#approach()),
      { rootMargin: "600px" },
    );

    #root = this.attachShadow({ mode: "open" });
    #isNear = false;
    #isWaiting = false;
    #address = ""; // of what is shown, or on its way
    #request = null;

    constructor() {
      super();
      this.#root.append(document.createElement("slot"));
    }

    connectedCallback() {
      this.#change();
    }

    disconnectedCallback() {
      Piece.#near.unobserve(this);
      if (this.#request) this.#end("");
    }

    /* With it, a move by moveBefore() is none of the two above. */
    connectedMoveCallback() {}

    attributeChangedCallback(_, before, after) {
      if (before !== after) this.#change();
    }

    /* Several changes at once are one. */
    #change() {
      if (this.#isWaiting) return;
      this.#isWaiting = true;
      queueMicrotask(() => {
        this.#isWaiting = false;
        if (this.isConnected) this.#update();
      });
    }

    #approach() {
      this.#isNear = true;
      Piece.#near.unobserve(this);
      this.#update();
    }

    #update() {
      this.#level();
      try {
        const service = this.#service();
        this.#root.adoptedStyleSheets = [sheetOf(service).sheet];
        if (!this.#isNear && this.getAttribute("loading") !== "eager") return Piece.#near.observe(this);
        const address = this.#page(service);
        if (address !== this.#address) this.#load(address, service);
      } catch (error) {
        this.#fail(error);
      }
    }

    #service() {
      const given = this.getAttribute("service")?.trim() || OURS;
      if (!given || !URL.canParse(given, document.baseURI)) {
        throw failure(`service="${given}" is no address; write where claimgraph is, such as service="https://…"`);
      }
      return new URL(given.replace(/\/*$/, "/"), document.baseURI).href;
    }

    /* The address of the piece. An id is a path as it stands, and leads nowhere but to its kind of thing. */
    #page(service) {
      const { kind } = this.constructor;
      const id = this.getAttribute(kind)?.trim() ?? "";
      const page = new URL(`embed/${id}`, service);
      if (!page.href.startsWith(`${service}embed/${kind}/`) || page.search || page.hash) {
        throw failure(`${kind}="${id}" is no id; such an id begins with ${kind}/`);
      }
      for (const clock of CLOCKS) {
        const moment = this.getAttribute(clock)?.trim();
        if (moment) page.searchParams.set(clock, moment);
      }
      return page.href;
    }

    async #load(address, service) {
      this.#request?.abort();
      this.#address = address;
      const { signal } = (this.#request = new AbortController());
      this.setAttribute("aria-busy", "true");
      try {
        const [main] = await Promise.all([read(address, signal), fill(service)]);
        if (!signal.aborted) this.#show(main, address);
      } catch (error) {
        if (!signal.aborted) this.#fail(error);
      }
    }

    /* Ends what is on its way. The address is that of what is shown now; without one, the same is asked for again. */
    #end(address) {
      this.#request?.abort();
      this.#request = null;
      this.#address = address;
      this.removeAttribute("aria-busy");
    }

    #show(main, address) {
      clean(main, address);
      const title = main.querySelector(HEADINGS)?.textContent.replace(/\s+/g, " ").trim() ?? "";
      const article = document.createElement("article"); // a page has one `main`, and it is the host's
      Object.assign(article, { part: "main", ariaLabel: title.slice(0, 200) });
      article.append(...document.importNode(main, true).childNodes);
      this.#root.replaceChildren(article);
      this.#level();
      this.#end(address);
      this.#tell("claimgraph-load", { address });
    }

    #fail(error) {
      this.#end("");
      const message = `This could not be shown: ${error.message}.`;
      const note = document.createElement("p");
      Object.assign(note, { part: "message", role: "alert", className: "notice", textContent: message });
      this.#root.replaceChildren(note, document.createElement("slot"));
      this.#tell("claimgraph-error", { message, status: error.status ?? 0 });
    }

    /* The headings of a piece begin at 2; where the host is deeper already, it says so. */
    #level() {
      const first = Number(this.getAttribute("heading")) || 2;
      for (const heading of this.#root.querySelectorAll(HEADINGS)) {
        heading.setAttribute("aria-level", Number(heading.localName[1]) + first - 2);
      }
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
    }
  }

  for (const [name, kind] of Object.entries(ELEMENTS)) {
    class Element extends Piece {
      static kind = kind;
      static observedAttributes = [kind, ...CLOCKS, ...OTHERS];
    }
    if (!customElements.get(name)) customElements.define(name, Element); // the script may stand in the page twice
  }
})();
