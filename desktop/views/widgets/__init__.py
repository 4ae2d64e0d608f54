"""The widgets of the desk. They know no service: plain values in, signals out.

Text and states
    label.Label(text="", *, size=FontRole.NORMAL, role=Role.TEXT, strong=False, wrap=False,
        elide=False, leading=None)  .setText .set_runs([Run(text, strong, role)]) .set_role
    label.title(text) small(text) strong(text) muted(text) aligned_right(label)
    state_label.StateLabel(kind, word, *, size, strong)  state_label.Pill(kind, word)
        .set_state(kind, word)      state_label.Icon(name, role=Role.MUTED, size=16)
    banner.Banner(kind, sentence, action="")  .show_state(...)  signal acted
    empty_state.EmptyState(icon, sentence, hint="", action="")  .say(...)  signal acted
    empty_state.ErrorState(sentence, hint="", details="")  .say(...)  signal retried
    headings.SectionHeading(text, remark="", *, edge=True)  .set_text .set_remark .add(widget)
    headings.KeyFigure(value, label, *, kind=None)  .show_value(value, label=None)
    headings.LabelValueRows([LabelValue(label, value, strong=False, link="")], *, right=False,
        label_width=96, lines=True)  .set_rows  signal link_pressed(link)
    headings.Divider(role=Role.LINE)   key_hint.KeyHint("Ctrl Enter")
Buttons, choices, fields
    button.Button(text, kind=ButtonKind.PLAIN, *, icon_name="", trailing="", menu=False,
        compact=False)  .block(reason) .unblock() .set_kind  (PLAIN PRIMARY DANGER STOP LINK FLAT)
    button.LinkButton(text, *, icon_name="", trailing="", size)
    icon_button.IconButton(icon_name, name, *, framed=False, size=16, role=Role.MUTED)
    segments.Segments([Segment(key, text, count="")], current="")  .choose  signal chosen(key)
    filter_chip.FilterChip(label, [Option(key, text)], *, clearable=False)
        .choose .set_options .show_value  signals chosen(key) cleared()
    fields.LineEdit TextEdit ComboBox CheckBox RadioRow DateTimeField, FormField(label, field, hint)
Tables
    columns.Column(key, title, text=record -> str, kind=CellKind.TEXT, *, right, width, stretch,
        gap, state, second, buttons, strong, muted, sort, sortable)
        kinds: TEXT STRONG MUTED NUMBER STATE TWO_LINES CHECK LINK BUTTONS
    table_model.RecordTableModel(columns, records=(), record_id=None)  .set_records .record(row)
    paged_model.PagedTableModel(columns, record_id=None)  .restart(total) -> generation
        .set_page(generation, page, rows) .fail_page .refresh .resize(total) .show_sorted
        signals page_wanted(generation, page) sort_wanted(key, ascending)
    both: .checks (checks.Checks: all_matching, ids) .set_checks .toggle_all  signal checks_changed
    desk_table.DeskTable(*, name, choosable=False, two_lines=False, fits_rows=False,
        click_activates=False)  .set_model .remember(QSettings) .show_instead(widget | None)
        signals row_chosen row_activated link_pressed(row, column) button_pressed(row, key)
Frame
    top_bar.TopBar(search_field)  .show_call("02:14" | "") .show_agent(name, QMenu)
        signals panel_toggled call_pressed privacy_pressed
    side_bar.SideBar([SideItem(key, text, icon_name, bottom=False)])  .choose .set_count .set_text
        .fold(bool)  signal page_chosen(key)
    status_bar.StatusBar()  .show_mode(test=, word=, sentence="") .show_gateway(text)
        .show_database(text) .show_sending(text)
    search_box.SearchBox(window, keys="Ctrl+K")  .show_results(SearchResults(reading, count,
        groups)) .close_list  signals text_edited(text) hit_chosen(key) case_wanted(key)
    search_hits.SearchGroup(title, hits, sure=True)
        SearchHit(key, icon_name, title, note="", second=runs, label="", state=None)
Case
    stepper.Stepper([Step(key, text, note="", state=StepState.DONE|NOW|TO_COME)])  .set_steps
        .lock(bool)  signal step_chosen(key)
    say_panel.SayPanel(*, rounded=False)  .say(["text with **weight**"], [Answer(key, text, icon)])
        signal answered(key)
    notes_panel.NotesPanel()  .set_notes([NoteLine(time, text)]) .set_text .text .flush
        .show_saved(words)  signals text_edited(text) note_finished(text)
    ledger.Ledger([LedgerRow(key, number, word, kind=None, mark=None, role=None, explanation="",
        level=0, strong=False, zero=False, action="")], *, shapes=False, dense=False)  .set_rows
        signal action_pressed(key)
    bars.PartsBar([Part(value, role)], total=0, *, gap=0, height=8)  .set_parts .describe
    bars.DispatchBar(DispatchCounts(total, delivered, gateway, bad, unclear, excluded))
        .show_counts
    countdown.Countdown(clock=time.monotonic, *, animate=None)  .say(sentence, remark)
        .start(seconds) .stop .running .seconds_left  signals finished stopped ticked(seconds)
    phone_preview.PhonePreview()  .show_message(sender, when, text, parts)
        .show_position(words, more=)  signal next_wanted
    sparkline.Sparkline(values, frozen_from=None)  .show_values .describe(words)
    timeline.TimelineList([TimelineEntry(kind, word, when, detail="", icon_name="")])  .set_entries
Parts of pages
    tabs.Tabs([Segment(key, text, count="")], current="")  .set_tabs .choose  signal chosen(key)
    selection_bar.SelectionBar()  .show_selection(count, [(kind, words)], action) .action
        signals cleared acted
    attention_list.AttentionList([AttentionItem(key, kind, sentence, fact, action)])  .set_items
        signal acted(key)
    share_list.ShareList([Share(key, text, number, share, role=Role.PART_1)])  .set_shares
        .choose  signal chosen(key or "")
    undo_bar.UndoBar(window)  .show_message(sentence, *, undo=False) .dismiss  signals undone closed
    busy.BusyLine()  .start .stop      busy.TaskProgress(text)  .show_progress(done, total, text,
        numbers) .set_cancellable  signal cancelled
    reason_label.ReasonLabel(button): says in words why the button is blocked
    kept.KeptWidgets(layout, record -> widget)  .show(records, look=None) .widgets .records
        for lists of buttons: what stays the same stays the same widget, so that no click is lost
Charts (import chart late: it loads pyqtgraph)
    chart.Chart()  .show_spec(ChartSpec) .describe(name, description) .highlight(key)
        signal hovered(key of the reading or -1)
    chart_spec.ChartSpec(x=Axis, y=Axis, zones, references, curves, dots, bars, events, readings,
        legend, headroom=36, right_room=56, x_labels=True); Axis(low, high, ticks, title)
        Zone Reference Curve Dot(look=DotLook.FULL|FEW|LEFT_OUT|ABOVE) Bars Event Reading
        LegendEntry
        even_ticks(high, formats) month_axis(first, last, formats) day_number(date)
Layout
    base.row(*parts, gap=0)  base.column(*parts, gap=0)  base.space(layout, *margins, gap=None)
        parts: widget, layout, a gap in px, None for a stretch
    base.Themed: mixin before a Qt class, with restyle() and retranslate()
"""
