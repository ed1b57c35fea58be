package vn.ganbo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Labels;

/** What two people can break together at the same moment is said to the slower one. */
class ConstraintsTest {
    /** Uniqueness that no two people can break, with the reason. */
    private static final Map<String, String> NEVER_BY_TWO =
            Map.ofEntries(
                    Map.entry("unit_id_key", "ids are made by the program"),
                    Map.entry("account_person_id_key", "added with on conflict do nothing"),
                    Map.entry("account_folded_key", "added with on conflict do nothing"),
                    Map.entry(
                            "paper_number_once", "numbers are given under the row of their series"),
                    Map.entry("paper_code_once", "a counter of the database, scrambled one to one"),
                    Map.entry(
                            "incoming_number_once",
                            "numbers are given under the row of their series"),
                    Map.entry("seal_chain_place_key", "one sealer at a time"));

    @Test
    void every_rule_of_uniqueness_has_its_sentence() throws SQLException {
        List<String> silent = new ArrayList<>();
        try (Connection superuser = TestDatabase.migrated().connect("postgres");
                Statement statement = superuser.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                """
                                select c.relname
                                  from pg_index i
                                  join pg_class c on c.oid = i.indexrelid
                                  join pg_namespace n on n.oid = c.relnamespace
                                 where (i.indisunique or i.indisexclusion)
                                   and not i.indisprimary
                                   and n.nspowner = 'owner'::regrole
                                   and n.nspname not in ('session', 'jobs')
                                   and c.relname not like 'flyway%'
                                 order by 1
                                """)) {
            while (found.next()) {
                String name = found.getString(1);
                if (!NEVER_BY_TWO.containsKey(name)
                        && !Labels.keys().contains("constraint." + name)) {
                    silent.add(name);
                }
            }
        }
        assertThat(silent).as("a line constraint.<name> in labels.properties").isEmpty();
    }
}
