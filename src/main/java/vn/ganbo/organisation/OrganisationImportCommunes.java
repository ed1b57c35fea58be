package vn.ganbo.organisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;

/** Danh mục xã, phường, đặc khu: brings the state of 1 July 2025 in at the first start. */
@Component
public class OrganisationImportCommunes {
    static final Sql COUNT = Sql.of("select count(*) from organisation.commune c");

    static final Sql ADD =
            Sql.of(
                    """
                    insert into organisation.commune (code, name, province, invented)
                    select n.code, n.name, n.province, :invented::boolean
                      from unnest(:codes::text[], :names::text[], :provinces::text[])
                           as n (code, name, province)
                        on conflict (code) do nothing
                    """);

    private static final Scope SCOPE = Scope.system("communes of 1 July 2025");

    private static final Layout COMMUNES =
            new Layout(
                    "communes",
                    "danh mục xã, phường",
                    List.of(
                            Layout.Column.required("code", "code"),
                            Layout.Column.required("name", "name"),
                            Layout.Column.required("province", "province", "province_code")));

    private static final Layout PROVINCES =
            new Layout(
                    "provinces",
                    "danh mục tỉnh, thành phố",
                    List.of(
                            Layout.Column.required("code", "code"),
                            Layout.Column.required("name", "name"),
                            Layout.Column.required("kind", "kind")));

    private final Db db;

    OrganisationImportCommunes(Db db) {
        this.db = db;
    }

    /** Loads the communes of the country where there are none. */
    @EventListener(ApplicationStartedEvent.class)
    public void load() {
        if (db.number(SCOPE, COUNT) == 0) {
            Map<String, String> provinces = provinces();
            add(
                    SCOPE,
                    rows("/units/communes.csv", COMMUNES).stream()
                            .map(row ->
                                    List.of(
                                            row.get(0),
                                            row.get(1),
                                            Objects.requireNonNull(provinces.get(row.get(2)))))
                            .toList(),
                    false);
        }
    }

    /** Adds the communes of the invented province, for the demonstration; twice changes nothing. */
    public void loadInvented(Scope scope) {
        add(scope, rows("/samples/dia-ban.csv", COMMUNES), true);
    }

    private void add(Scope scope, List<List<String>> rows, boolean invented) {
        db.update(
                scope,
                ADD,
                "codes",
                rows.stream().map(row -> row.get(0)).toArray(String[]::new),
                "names",
                rows.stream().map(row -> row.get(1)).toArray(String[]::new),
                "provinces",
                rows.stream().map(row -> row.get(2)).toArray(String[]::new),
                "invented",
                invented);
    }

    /** Code to name as it is written in addresses: "Thành phố Hà Nội", "Tỉnh Cao Bằng". */
    private static Map<String, String> provinces() {
        Map<String, String> out = new HashMap<>();
        for (List<String> row : rows("/units/provinces.csv", PROVINCES)) {
            String name = row.get(1);
            out.put(row.get(0), name.startsWith("Thành phố") ? name : "Tỉnh " + name);
        }
        return out;
    }

    private static List<List<String>> rows(String resource, Layout layout) {
        try (InputStream in =
                        Objects.requireNonNull(
                                OrganisationImportCommunes.class.getResourceAsStream(resource));
                Table table = Table.open(in.readAllBytes(), List.of(layout))) {
            List<List<String>> out = new ArrayList<>();
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                SheetRow here = row;
                out.add(
                        layout.columns().stream()
                                .map(column ->
                                        here.cell(table.headings().place(column.key())).text())
                                .toList());
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
