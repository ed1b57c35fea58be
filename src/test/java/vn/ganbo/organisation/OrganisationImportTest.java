package vn.ganbo.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.ProductTest;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Books;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.Table;

@ProductTest
class OrganisationImportTest {
    private static final List<String> HEAD =
            List.of(
                    "Mã tổ chức đảng",
                    "Tên tổ chức đảng",
                    "Loại tổ chức",
                    "Mã tổ chức cấp trên",
                    "Loại hình",
                    "Mã xã/phường");
    private static final Viewer SYSTEM = Viewer.system("test of the import");

    @Autowired OrganisationImport organisations;
    @Autowired OrganisationImportCommunes communes;
    @Autowired OrganisationImportStore store;
    @Autowired Units units;
    @Autowired UnitQueries queries;
    @Autowired Db db;
    @Autowired Clock clock;
    @Autowired TransactionTemplate transactions;

    /** Everything in one transaction that is rolled back: the database stays as it was. */
    private void inVain(Runnable work) {
        SYSTEM.scope()
                .run(() ->
                        transactions.executeWithoutResult(status -> {
                            work.run();
                            status.setRollbackOnly();
                        }));
    }

    private Outcome apply(Viewer viewer, byte[] file) {
        try (Table table = Table.open(file, List.of(OrganisationImport.LAYOUT))) {
            return organisations.apply(viewer, table, Ids.next());
        }
    }

    private Outcome apply(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(HEAD);
        all.addAll(rows);
        return apply(SYSTEM, Books.of(all));
    }

    private static byte[] sample() {
        try (InputStream in =
                Objects.requireNonNull(
                        OrganisationImportTest.class.getResourceAsStream(
                                "/samples/to-chuc-dang.xlsx"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Unit unit(String code) {
        return units.byCode(SYSTEM.scope(), code, LocalDate.now(clock)).orElseThrow();
    }

    private Scope scopeOf(Unit unit) {
        return Scope.of(queries.ranges(SYSTEM.scope(), unit.no(), LocalDate.now(clock)));
    }

    @Test
    void the_sample_makes_a_tree_in_which_every_subtree_is_one_range() {
        inVain(() -> {
            Outcome outcome = apply(SYSTEM, sample());

            assertThat(outcome.rows()).isEqualTo(145);
            assertThat(outcome.accepted()).isEqualTo(145);
            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.notes()).hasSize(6);
            Unit ward = unit("99.101.000.000.000");
            assertThat(ward.kind()).isEqualTo(UnitKind.COMMUNE);
            assertThat(ward.side()).isEqualTo(UnitSide.RESIDENCE);
            assertThat(unit("99.000.000.000.000").side()).isEqualTo(UnitSide.SUPERIOR);
            List<Unit> below = units.subtree(SYSTEM.scope(), ward.no());
            assertThat(below).hasSize(13);
            int low = below.stream().mapToInt(Unit::no).min().orElseThrow();
            int high = below.stream().mapToInt(Unit::no).max().orElseThrow();
            assertThat(low).isEqualTo(ward.no());
            assertThat(units.subtree(SYSTEM.scope(), unit("99.000.000.000.000").no()))
                    .filteredOn(unit -> unit.no() >= low && unit.no() <= high)
                    .hasSize(13);
        });
    }

    @Test
    void the_same_list_again_changes_nothing_and_a_new_name_opens_a_new_period() {
        inVain(() -> {
            apply(SYSTEM, sample());
            Outcome again = apply(SYSTEM, sample());
            assertThat(again.unchanged()).isEqualTo(145);
            assertThat(again.created() + again.changed()).isZero();

            int before = unit("99.101.001.000.001").no();
            List<String> row =
                    List.of(
                            "99101001000001",
                            "Chi bộ Khu phố Bờ Hồ",
                            "CHI BỘ",
                            "99.101.000.000.000",
                            "khu dân cư",
                            "");
            assertThat(apply(List.of(row)).changed()).isEqualTo(1);
            Unit now = unit("99.101.001.000.001");
            assertThat(now.no()).isEqualTo(before);
            assertThat(now.name()).isEqualTo("Chi bộ Khu phố Bờ Hồ");
            assertThat(now.communeCode()).isEqualTo("99001");
            assertThat(
                            units.byCode(
                                            SYSTEM.scope(),
                                            "99.101.001.000.001",
                                            LocalDate.now(clock).minusDays(1))
                                    .orElseThrow()
                                    .name())
                    .isEqualTo("Chi bộ Tổ dân phố 1");
            List<String> corrected = new ArrayList<>(row);
            corrected.set(1, "Chi bộ Khu phố Bờ Suối");
            assertThat(apply(List.of(corrected)).changed()).isEqualTo(1);
            assertThat(unit("99.101.001.000.001").name()).isEqualTo("Chi bộ Khu phố Bờ Suối");
        });
    }

    @Test
    void each_faulty_row_is_named_with_its_column_and_the_rest_is_taken() {
        List<List<String>> rows =
                List.of(
                        List.of("98.1", "Chi bộ A", "Chi bộ", "98.0", "Khu dân cư", "1"),
                        List.of("98.0", "Đảng bộ phường Thử", "Đảng bộ phường", "98", "", "98001"),
                        List.of("98", "Đảng bộ tỉnh Thử", "Đảng bộ tỉnh", "", "", ""),
                        List.of("98.1", "Chi bộ B", "Chi bộ", "98.0", "", ""),
                        List.of("98.2", "Chi bộ C", "Chi đoàn", "98.0", "", ""),
                        List.of("98.3", "Chi bộ D", "Chi bộ", "97.7", "", ""),
                        List.of("98.4", "Chi bộ Đ", "Chi bộ", "98.5", "", ""),
                        List.of("98.5", "Đảng bộ E", "Đảng bộ cơ sở", "98.6", "", ""),
                        List.of("98.6", "Đảng bộ G", "Đảng bộ cơ sở", "98.5", "", ""),
                        List.of("98.7", "", "Chi bộ", "98.0", "", ""),
                        List.of("=1+1", "Chi bộ H", "Chi bộ", "98.0", "", ""),
                        List.of("98.8", "Tổ đảng 1", "Tổ đảng", "98.0", "", ""),
                        List.of("98.9", "Chi bộ I", "Chi bộ", "", "", ""),
                        List.of("98.10", "Tổ đảng 1", "Tổ đảng", "98.1", "", ""),
                        List.of("98.11", "Chi bộ K", "Chi bộ", "98.2", "Câu lạc bộ", "ab"));

        inVain(() -> {
            Outcome outcome = apply(rows);

            assertThat(outcome.accepted()).isEqualTo(4);
            assertThat(outcome.faults())
                    .extracting(Fault::row)
                    .containsExactly(5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 16);
            assertThat(says(outcome, 5)).isEqualTo("Trùng mã với dòng 2.");
            assertThat(says(outcome, 6)).contains("Chi đoàn");
            assertThat(says(outcome, 7)).contains("Không có tổ chức mã 97.7");
            assertThat(says(outcome, 8)).contains("dòng 9");
            assertThat(says(outcome, 9)).contains("vòng tròn");
            assertThat(says(outcome, 12)).contains("công thức");
            assertThat(unit("98.1").side()).isEqualTo(UnitSide.RESIDENCE);
            assertThat(unit("98.1").communeCode()).isEqualTo("00001");
            assertThat(unit("98.10").parentNo()).isEqualTo(unit("98.1").no());
            Scope cell = scopeOf(unit("98.1"));
            assertThat(cell.sees(unit("98.10").no())).isTrue();
        });
    }

    private static String says(Outcome outcome, int row) {
        return outcome.faults().stream()
                .filter(fault -> fault.row() == row)
                .findFirst()
                .orElseThrow()
                .message();
    }

    @Test
    void an_administrator_of_a_ward_adds_below_it_and_nowhere_else() {
        inVain(() -> {
            apply(SYSTEM, sample());
            Unit ward = unit("99.101.000.000.000");
            Scope scope = scopeOf(ward);
            OrganisationImportTree tree =
                    new OrganisationImportTree(scope, store.tree(SYSTEM.scope()));
            tree.add(row(2, "99.101.077.000.001", "99.101.000.000.000"));
            tree.add(row(3, "99.102.077.000.001", "99.102.000.000.000"));

            assertThat(tree.placed()).extracting(OrganisationImportRow::row).containsExactly(2);
            assertThat(tree.faults().getFirst().message()).contains("ngoài phạm vi");
        });
    }

    private static OrganisationImportRow row(int row, String code, String parent) {
        return new OrganisationImportRow(
                row, code, "Chi bộ mới", UnitKind.CELL, null, parent, null);
    }

    @Test
    void later_cells_and_groups_find_room_inside_their_parents_range() {
        inVain(() -> {
            apply(SYSTEM, sample());
            apply(
                    List.of(
                            List.of("99.101.001.T1", "Tổ đảng 1", "Tổ đảng", "99.101.001.000.001"),
                            List.of(
                                    "99.101.099.000.001",
                                    "Chi bộ mới",
                                    "Chi bộ",
                                    "99.101.000.000.000")));

            Unit second = unit("99.102.000.000.000");
            assertThat(unit("99.101.001.T1").no())
                    .isBetween(unit("99.101.001.000.001").no(), unit("99.101.002.000.001").no());
            assertThat(unit("99.101.099.000.001").no())
                    .isBetween(unit("99.101.012.000.001").no() + 15, second.no());
        });
    }

    @Test
    void a_chain_of_organisations_without_end_is_told_by_its_rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "Mã tổ chức đảng",
                        "Tên tổ chức đảng",
                        "Loại tổ chức",
                        "Mã tổ chức cấp trên"));
        rows.add(List.of("S0", "Đảng bộ tỉnh Sâu", "Đảng bộ tỉnh", ""));
        for (int i = 1; i <= 5_000; i++) {
            rows.add(List.of("S" + i, "Đảng bộ bộ phận " + i, "Đảng bộ bộ phận", "S" + (i - 1)));
        }

        Outcome outcome;
        try (Table table = Table.open(Books.of(rows), List.of(OrganisationImport.LAYOUT))) {
            outcome = SYSTEM.call(() -> organisations.check(SYSTEM, table));
        }

        assertThat(outcome.accepted()).isEqualTo(20);
        assertThat(outcome.faults())
                .anySatisfy(f -> assertThat(f.message()).contains("sâu hơn 20 cấp"));
    }

    @Test
    void rows_in_any_order_make_the_same_tree() {
        List<List<String>> rows = new ArrayList<>();
        try (Table table = Table.open(sample(), List.of(OrganisationImport.LAYOUT))) {
            for (var row = table.next(); row != null; row = table.next()) {
                rows.add(row.cells().stream().map(cell -> cell.shown()).toList());
            }
        }
        List<Integer> numbers = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(rows, new Random(seed));
            inVain(() -> {
                assertThat(apply(rows).accepted()).isEqualTo(145);
                numbers.add(unit("99.512.004.000.001").no() - unit("99.000.000.000.000").no());
            });
        }
        assertThat(numbers).containsOnly(numbers.getFirst());
    }

    @Test
    void the_communes_of_the_country_are_there_after_the_first_start() {
        assertThat(store.knownCommunes(SYSTEM.scope(), List.of("00004", "99001")))
                .contains("00004");
        assertThat(db.number(SYSTEM.scope(), OrganisationImportCommunes.COUNT))
                .isGreaterThanOrEqualTo(3321);
        inVain(() -> {
            communes.loadInvented(SYSTEM.scope());
            communes.loadInvented(SYSTEM.scope());
            assertThat(store.knownCommunes(SYSTEM.scope(), List.of("99006"))).hasSize(1);
        });
    }
}
