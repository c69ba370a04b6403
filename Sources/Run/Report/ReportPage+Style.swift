extension ReportPage {
  static let style: HTML = """
    :root { --page: #f7f6f3; --panel: #fff; --ink: #1c2024; --muted: #545b64; --rule: #dedad2; --accent: #0b5568; }
    @media (prefers-color-scheme: dark) {
      :root { --page: #14171a; --panel: #1b1f23; --ink: #e7e5e0; --muted: #a5acb5; --rule: #333a41; --accent: #82c8da; }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--page); color: var(--ink); overflow-wrap: anywhere;
      font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
    }
    header { background: var(--panel); border-bottom: 1px solid var(--rule); padding: 1rem max(1.5rem, calc(50vw - 36rem)); }
    main { max-width: 75rem; margin: 0 auto; padding: 0 1.5rem 4rem; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
    h2 { font-size: 1.15rem; margin: 2.4rem 0 .4rem; }
    a { color: var(--accent); text-underline-offset: 2px; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .85em; }
    .home { margin: 0; font-weight: 700; font-size: .9rem; color: var(--muted); }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--panel); padding: .4rem .8rem; }
    nav { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font-size: .9rem; }
    .facts { display: flex; flex-wrap: wrap; gap: .4rem 2rem; margin: .8rem 0; }
    dt { color: var(--muted); font-size: .82rem; }
    dd { margin: 0; font-weight: 600; }
    .note { color: var(--muted); font-size: .85rem; font-weight: 400; }
    table { border-collapse: collapse; width: 100%; margin: .4rem 0 1rem; }
    caption { text-align: start; color: var(--muted); font-size: .88rem; padding: 0 0 .4rem; }
    th, td { text-align: start; vertical-align: top; padding: .28rem .8rem .28rem 0; border-bottom: 1px solid var(--rule); }
    thead th { font-size: .82rem; font-weight: 600; color: var(--muted); }
    tbody th { font-weight: 500; width: 45%; }
    .n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .bar { width: 30%; }
    .bar svg { width: 100%; display: block; margin-top: .3rem; color: var(--accent); }
    .solid { fill: var(--accent); }
    .hatched { stroke: currentColor; stroke-width: 1; }
    summary { cursor: pointer; }
    ul { margin: .3rem 0; padding-inline-start: 1.2rem; }
    .failures p { margin: 0 0 .5rem; color: var(--muted); }
    @media (max-width: 40rem) {
      .bar, thead td { display: none; }
      tbody th { width: auto; }
    }
    @media print { body { background: #fff; } a { color: inherit; } }
    """
}
