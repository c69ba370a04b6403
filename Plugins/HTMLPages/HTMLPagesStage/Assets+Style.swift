extension Assets {
  /// `assets/songngu.css`.
  ///
  /// Tints carry text at a contrast of 7:1 or more; a type is told by its underline as well.
  static let style = #"""
    :root {
      --page: #f7f6f3; --panel: #ffffff; --ink: #1c2024; --muted: #545b64; --rule: #dedad2; --accent: #0b5568;
      --wash: #efede8; --focus: #0b5568;
      --organisation: #1f4f9c; --organisation-tint: #e6eefb; --place: #17633f; --place-tint: #e2f2e8;
      --person: #74358c; --person-tint: #f3e8f8; --date: #7d5200; --date-tint: #faf0d9;
      --money: #0c6262; --money-tint: #def2f2; --slate: #46525d; --slate-tint: #e9edf0;
      --term: #93294b; --term-tint: #fae8ee;
      --old: #96231d; --old-tint: #fbe6e4; --new: #17633f; --new-tint: #dcf5e3; --warn: #a04a00;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #14171a; --panel: #1b1f23; --ink: #e7e5e0; --muted: #a5acb5; --rule: #333a41; --accent: #82c8da;
        --wash: #23282d; --focus: #82c8da;
        --organisation: #8db6f7; --organisation-tint: #1c2d49; --place: #7fd3a4; --place-tint: #173226;
        --person: #d6a8e8; --person-tint: #38233f; --date: #e4b96a; --date-tint: #3a2d14;
        --money: #70d0d0; --money-tint: #143535; --slate: #adb9c3; --slate-tint: #2a3138;
        --term: #f09cb5; --term-tint: #411f2b;
        --old: #f5a29b; --old-tint: #47211f; --new: #8edbab; --new-tint: #173624; --warn: #f0a860;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-padding-top: 7rem; }
    body {
      margin: 0; background: var(--page); color: var(--ink);
      font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
      overflow-wrap: anywhere;
    }
    a { color: var(--accent); text-underline-offset: 2px; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
    [tabindex="-1"]:focus { outline: none; }
    h1 { font-size: 1.6rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; margin: 0; }
    h2 { font-size: 1.05rem; font-weight: 650; margin: 0 0 .6rem; }
    code, .code { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .85em; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--panel); padding: .4rem .8rem; z-index: 9; }
    .bar { border-bottom: 1px solid var(--rule); background: var(--panel); }
    .bar nav { max-width: 88rem; margin: 0 auto; padding: .6rem 1.5rem; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; align-items: baseline; font-size: .9rem; }
    .bar a { text-decoration: none; }
    .bar a:hover { text-decoration: underline; }
    .home { font-weight: 700; color: var(--ink); letter-spacing: .01em; }
    main { max-width: 88rem; margin: 0 auto; padding: 1.6rem 1.5rem 4rem; }
    main > section { margin-top: 2.4rem; }
    .counts { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; align-items: center; margin: .6rem 0 0; color: var(--muted); font-size: .92rem; }
    .outcome { font-weight: 600; white-space: nowrap; }
    .outcome.good { color: var(--new); } .outcome.fair { color: var(--warn); } .outcome.bad { color: var(--old); }
    .note { color: var(--muted); font-size: .88rem; }
    .notice { border-left: 3px solid var(--rule); padding: .1rem 0 .1rem .8rem; color: var(--muted); margin: .8rem 0; }
    summary { cursor: pointer; color: var(--accent); font-size: .92rem; }
    .facts { margin-top: .7rem; }
    .facts dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: .5rem 2rem; margin: .7rem 0 0; }
    .facts dl div { min-width: 0; }
    dt { color: var(--muted); font-size: .82rem; }
    dd { margin: 0; }

    .findings ol { margin: 0; padding: 0; list-style: none; counter-reset: f; border-top: 1px solid var(--rule); }
    .findings li { counter-increment: f; padding: .45rem 0 .45rem 2.2rem; border-bottom: 1px solid var(--rule); position: relative; }
    .findings li::before { content: counter(f); position: absolute; left: 0; top: .55rem; min-width: 1.5rem; text-align: center; font-size: .8rem; font-weight: 600; color: var(--warn); border: 1px solid currentColor; border-radius: 1rem; line-height: 1.35rem; }
    .findings li:has(.error)::before { color: var(--old); } .findings li:has(.info)::before { color: var(--muted); }
    .findings li:target { background: var(--wash); }
    .findings code { color: var(--muted); }
    .severity { font-weight: 650; }
    .severity.error { color: var(--old); } .severity.warning { color: var(--warn); } .severity.info { color: var(--muted); }

    .tools { position: sticky; top: 0; z-index: 3; background: var(--page); border-bottom: 1px solid var(--rule); padding: .6rem 0; display: flex; flex-wrap: wrap; gap: .6rem 1.6rem; align-items: center; }
    .views { display: inline-flex; border: 1px solid var(--rule); border-radius: 6px; overflow: hidden; }
    .views button + button { border-left: 1px solid var(--rule); }
    button { font: inherit; font-size: .88rem; color: inherit; background: var(--panel); border: 0; padding: .3rem .7rem; cursor: pointer; }
    .views button:focus-visible { outline-offset: -2px; }
    .views button[aria-pressed="true"] { background: var(--accent); color: var(--panel); }
    .legend { display: flex; flex-wrap: wrap; gap: .35rem .4rem; align-items: center; }
    .key { font-size: .86rem; color: var(--muted); background: none; padding: .2rem .45rem; border-radius: 5px; }
    button.key:hover { background: var(--wash); }
    .key[aria-pressed="false"] { text-decoration: line-through; opacity: .75; }
    .key .e, .key .f { color: var(--ink); }

    .heads { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; color: var(--muted); font-size: .85rem; padding: .8rem 1.2rem .4rem; }
    .rows { background: var(--panel); border: 1px solid var(--rule); border-radius: 6px; padding: .6rem 0; }
    .r { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; padding: .5rem 1.2rem; line-height: 1.85; }
    .r > div { white-space: pre-wrap; min-width: 0; unicode-bidi: isolate; max-width: 46rem; }
    .r .a { color: var(--muted); }
    .r.heading > div { font-weight: 650; font-size: 1.06em; }
    .r.item > div { padding-left: 1rem; }
    [data-view="became"] .a, [data-view="arrived"] .b { display: none; }
    [data-view="became"] .r, [data-view="arrived"] .r { grid-template-columns: 1fr; justify-content: center; }
    [data-view="became"] .heads, [data-view="arrived"] .heads { display: none; }
    [data-view="became"] .tools + .heads + .rows, [data-view="arrived"] .tools + .heads + .rows { margin-top: 1rem; }
    [data-view="arrived"] .r .a { color: inherit; }

    .e { color: inherit; background: var(--slate-tint); border-bottom: 1px solid var(--slate); border-radius: 2px 2px 0 0; }
    mark.e, del.x, ins.x { cursor: help; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    .e:has(.e) { padding-bottom: 3px; }
    .e:has(.e .e) { padding-bottom: 6px; }
    .e.organisation { background: var(--organisation-tint); border-bottom: 2px solid var(--organisation); }
    .e.place { background: var(--place-tint); border-bottom: 3px double var(--place); }
    .e.person { background: var(--person-tint); border-bottom: 2px dashed var(--person); }
    .e.date { background: var(--date-tint); border-bottom: 2px dotted var(--date); }
    .e.money { background: var(--money-tint); border-bottom: 2px dotted var(--money); border-top: 1px dotted var(--money); }
    .e.term { background: var(--term-tint); border-bottom: 1px dashed var(--term); }
    .no-organisation .rows .e.organisation, .no-place .rows .e.place, .no-person .rows .e.person, .no-date .rows .e.date, .no-money .rows .e.money, .no-term .rows .e.term, .no-email .rows .e.email, .no-url .rows .e.url, .no-phone .rows .e.phone, .no-other .rows .e.other { background: none; border-color: transparent; }
    mark.e:hover, mark.e.on { filter: brightness(.93); }
    @media (prefers-color-scheme: dark) { mark.e:hover, mark.e.on { filter: brightness(1.25); } }

    del, ins { text-decoration: none; border-radius: 3px; padding: 0 1px; }
    del { color: var(--old); background: var(--old-tint); text-decoration: line-through; text-decoration-thickness: 1px; }
    ins { color: inherit; background: var(--new-tint); box-shadow: 0 0 0 1px var(--new); }
    .x.quiet { background: none; box-shadow: none; color: inherit; padding: 0; text-decoration: underline dotted 1px color-mix(in srgb, var(--muted) 55%, transparent); text-underline-offset: 5px; }
    .x[data-g]::before { content: attr(data-g); color: var(--old); font-size: .85em; }
    ins.x[data-g]::before { color: var(--new); }
    del.x[data-g] { text-decoration: none; }
    .x.gone { padding: 0; background: none; }
    .x.gone::before { content: "\2038"; color: var(--old); font-weight: 700; margin: 0 -.18em; }
    del.x.gone::before { color: var(--new); }
    ins.x.gone { box-shadow: none; }
    .no-edits .rows .x { all: unset; } .no-edits .rows .x::before { content: none; }
    .x.on { outline: 2px solid var(--focus); }

    .f { text-decoration: underline wavy 1px var(--warn); text-underline-offset: 4px; text-decoration-skip-ink: none; }
    .f.error { text-decoration-color: var(--old); } .f.info { text-decoration-color: var(--muted); }
    .fn { font-size: .68rem; font-weight: 650; vertical-align: super; line-height: 1; text-decoration: none; color: var(--warn); border: 1px solid currentColor; border-radius: 1rem; padding: 0 .3rem; margin-right: 2px; }
    mark.e:target, ins.x:target, del.x:target, .fn:target { outline: 3px solid var(--focus); outline-offset: 1px; }

    #card { position: absolute; z-index: 5; width: min(26rem, calc(100vw - 1.5rem)); max-height: min(34rem, 85vh); overflow: auto; background: var(--panel); border: 1px solid var(--rule); border-radius: 8px; box-shadow: 0 6px 28px rgb(0 0 0 / .18); padding: .9rem 1.1rem 1rem; font-size: .92rem; line-height: 1.5; }
    #card .kind { color: var(--muted); font-size: .82rem; padding-right: 2rem; }
    #card h3 { margin: .1rem 0 0; font-size: 1.05rem; line-height: 1.35; }
    #card .second { color: var(--muted); margin: 0; }
    #card p { margin: .5rem 0 0; }
    #card dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem .9rem; margin: .7rem 0 0; padding-top: .6rem; border-top: 1px solid var(--rule); font-size: .86rem; }
    #card .close { position: absolute; right: .5rem; top: .5rem; padding: .1rem .5rem; font-size: 1.1rem; line-height: 1.4; border-radius: 5px; background: none; }
    #card .inside { display: block; margin: .7rem 0 0; padding: .25rem .6rem; border: 1px solid var(--rule); border-radius: 5px; text-align: left; color: var(--accent); }
    #card .change { white-space: pre-wrap; }

    .scroll { overflow-x: auto; background: var(--panel); border: 1px solid var(--rule); border-radius: 6px; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; overflow-wrap: break-word; }
    th, td { text-align: left; vertical-align: top; padding: .5rem .9rem; border-bottom: 1px solid var(--rule); }
    tbody tr:last-child > * { border-bottom: 0; }
    td.code { overflow-wrap: anywhere; min-width: 9rem; }
    .z { color: var(--muted); }
    thead th { font-size: .82rem; font-weight: 600; color: var(--muted); white-space: nowrap; }
    tbody th { font-weight: 500; min-width: 14rem; }
    .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .uri { display: block; color: var(--muted); font-size: .82rem; font-weight: 400; }
    .second { color: var(--muted); font-weight: 400; }
    th .second { display: block; }
    .links a { display: inline-block; min-width: 1.4rem; text-align: center; }
    .where { min-width: 12rem; } .where ul { margin: .4rem 0 0; padding: 0; list-style: none; } .where li { margin: .15rem 0; }
    .where li a { display: inline-block; min-width: 1.4rem; text-align: center; }
    .reasons { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; list-style: none; padding: 0; margin: 0 0 .6rem; }

    .totals { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 1rem 1.5rem; margin: 1.4rem 0 0; }
    .totals dd { font-size: 1.5rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .totals div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
    .filter { display: flex; flex-wrap: wrap; gap: .6rem 1.4rem; align-items: center; margin: 0 0 .9rem; font-size: .9rem; color: var(--muted); }
    .filter[hidden] { display: none; }
    input, select { font: inherit; color: var(--ink); background: var(--panel); border: 1px solid var(--muted); border-radius: 5px; padding: .3rem .5rem; }
    .pager { display: flex; gap: 1.4rem; margin: .6rem 0; font-size: .92rem; }

    @media (max-width: 46rem) {
      main { padding: 1.1rem .9rem 3rem; } .bar nav { padding: .6rem .9rem; }
      .facts dl { grid-template-columns: 1fr; }
      .heads { display: none; }
      .tools { position: static; }
      html { scroll-padding-top: 1rem; }
      .r { grid-template-columns: 1fr; padding: .5rem .9rem; gap: .4rem; }
      [data-view="both"] .r:not(.same) > div::before { display: block; font: 600 .72rem/1.6 system-ui, sans-serif; color: var(--muted); }
      [data-view="both"] .r:not(.same) > .a::before { content: "What arrived"; }
      [data-view="both"] .r:not(.same) > .b::before { content: "What became of it"; }
      [data-view="both"] .r:not(.same) { border-left: 3px solid var(--rule); }
      [data-view="both"] .r.same > .a { display: none; }
      #card { position: fixed; inset: auto 0 0 0 !important; width: auto; max-height: 55vh; border-radius: 12px 12px 0 0; }
      table.cards thead { position: absolute; left: -999rem; }
      table.cards, table.cards tbody, table.cards tr, table.cards th, table.cards td { display: block; }
      table.cards tr { padding: .7rem .9rem; border-bottom: 1px solid var(--rule); }
      table.cards tr[hidden] { display: none; }
      table.cards th, table.cards td { border: 0; padding: 0; min-width: 0; text-align: left; }
      table.cards td { display: inline-block; margin-right: 1rem; font-size: .86rem; color: var(--muted); }
      table.cards td[data-label]::before { content: attr(data-label) " "; }
      table.cards td.where, table.cards td.block { display: block; }
      table.cards td.z { display: none; }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @media (forced-colors: active) { .e, ins, del { border-bottom-color: currentColor; } }
    @media print {
      .bar, .tools, .skip, #card, .filter { display: none; }
      body { background: none; font-size: 10.5pt; } main { max-width: none; padding: 0; }
      .rows, .scroll { border: 0; } .r { padding: .3rem 0; break-inside: avoid-page; }
      .e, ins, del { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """#
}
