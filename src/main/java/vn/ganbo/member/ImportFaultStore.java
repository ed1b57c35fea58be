package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.SheetRow;

/** Keeps what is wrong or odd in an uploaded list, with the cells of those rows. */
@Component
class ImportFaultStore {
    static final Sql FORGET_FAULTS =
            Sql.of(
                    """
                    delete from member.import_fault t
                     where t.import_id = :id::uuid
                       and t.unit_no between :low and :high
                       and t.unit_no <@ :scope::int4multirange
                    """);

    static final Sql FORGET_ROWS =
            Sql.of(
                    """
                    delete from member.import_row r
                     where r.import_id = :id::uuid
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                    """);

    static final Sql ADD_FAULTS =
            Sql.of(
                    """
                    insert into member.import_fault
                           (unit_no, import_id, ordinal, row_no, column_title, place, message, note,
                            question, answers)
                    select :unit_no::int, :id::uuid, :first::int + n.ordinal, n.row_no, n.column_title,
                           n.place, n.message, :note::boolean, n.question, n.answers::jsonb
                      from unnest(:rows::int[], :columns::text[], :places::int[], :messages::text[],
                                  :questions::text[], :answers::text[])
                           with ordinality as n (row_no, column_title, place, message, question, answers,
                                                 ordinal)
                    """);

    static final Sql ADD_ROWS =
            Sql.of(
                    """
                    insert into member.import_row (unit_no, import_id, row_no, cells)
                    select :unit_no::int, :id::uuid, n.row_no,
                           array(select c.cell
                                   from json_array_elements_text(n.cells::json)
                                        with ordinality as c (cell, place)
                                  order by c.place)
                      from unnest(:rows::int[], :cells::text[]) as n (row_no, cells)
                    """);

    static final Sql FAULTS =
            Sql.of(
                    """
                    select t.row_no, t.column_title, t.place, t.message, t.note, t.answers::text, r.cells
                      from member.import_fault t
                      left join member.import_row r on r.import_id = t.import_id and r.row_no = t.row_no
                     where t.import_id = :id::uuid
                       and t.note = :note::boolean
                       and t.unit_no between :low and :high
                       and t.unit_no <@ :scope::int4multirange
                     order by t.ordinal
                    offset :skip
                     limit :size
                    """);

    static final Sql FAULTY_ROWS =
            Sql.of(
                    """
                    select distinct t.row_no
                      from member.import_fault t
                     where t.import_id = :id::uuid
                       and not t.note
                       and t.unit_no between :low and :high
                       and t.unit_no <@ :scope::int4multirange
                    """);

    static final Sql FAULT_COUNT =
            Sql.of(
                    """
                    select count(*)
                      from member.import_fault t
                     where t.import_id = :id::uuid
                       and t.note = :note::boolean
                       and t.unit_no between :low and :high
                       and t.unit_no <@ :scope::int4multirange
                    """);

    private final Db db;
    private final JsonMapper json;

    ImportFaultStore(Db db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A fault with the cells of its row, from column A on; none for a note. */
    record Line(
            int row,
            String column,
            int place,
            String message,
            boolean note,
            List<Fault.Answer> answers,
            List<String> cells) {
        /** The cell of a column of the sheet; empty beyond the last. */
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    /** Puts what was found in the place of what was found before. */
    void replace(Viewer viewer, UUID id, Headings headings, Outcome outcome) {
        Scope scope = viewer.scope();
        db.update(scope, FORGET_FAULTS, "id", id);
        db.update(scope, FORGET_ROWS, "id", id);
        add(viewer, id, headings, outcome.faults(), 0, false);
        add(viewer, id, headings, outcome.notes(), outcome.faults().size(), true);
    }

    /** Adds the cells of rows with faults. */
    void faultyRows(Viewer viewer, UUID id, List<SheetRow> rows) {
        db.update(
                viewer.scope(),
                ADD_ROWS,
                "unit_no",
                viewer.unitNo(),
                "id",
                id,
                "rows",
                rows.stream().map(SheetRow::number).toArray(Integer[]::new),
                "cells",
                rows.stream().map(this::cells).toArray(String[]::new));
    }

    private String cells(SheetRow row) {
        return json.writeValueAsString(row.cells().stream().map(ImportText::shown).toList());
    }

    private void add(
            Viewer viewer,
            UUID id,
            Headings headings,
            List<Fault> faults,
            int first,
            boolean note) {
        if (!faults.isEmpty()) {
            db.update(
                    viewer.scope(),
                    ADD_FAULTS,
                    "unit_no",
                    viewer.unitNo(),
                    "id",
                    id,
                    "first",
                    first,
                    "note",
                    note,
                    "rows",
                    faults.stream().map(Fault::row).toArray(Integer[]::new),
                    "columns",
                    faults.stream().map(Fault::column).toArray(String[]::new),
                    "places",
                    faults.stream()
                            .map(fault -> headings.placeOfTitle(fault.column()))
                            .toArray(Integer[]::new),
                    "messages",
                    faults.stream().map(Fault::message).toArray(String[]::new),
                    "questions",
                    faults.stream().map(Fault::question).toArray(String[]::new),
                    "answers",
                    faults.stream()
                            .map(fault ->
                                    fault.answers().isEmpty()
                                            ? "[]"
                                            : json.writeValueAsString(fault.answers()))
                            .toArray(String[]::new));
        }
    }

    List<Line> lines(Scope scope, UUID id, boolean note, long skip, int size) {
        return db.list(
                scope, FAULTS, this::line, "id", id, "note", note, "skip", skip, "size", size);
    }

    Set<Integer> faultyRowNumbers(Scope scope, UUID id) {
        return new HashSet<>(db.list(scope, FAULTY_ROWS, row -> row.getInt("row_no"), "id", id));
    }

    long count(Scope scope, UUID id, boolean note) {
        return db.number(scope, FAULT_COUNT, "id", id, "note", note);
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("row_no"),
                row.getString("column_title"),
                row.getInt("place"),
                row.getString("message"),
                row.getBoolean("note"),
                List.of(json.readValue(row.getString("answers"), Fault.Answer[].class)),
                ImportStore.texts(row, "cells"));
    }
}
