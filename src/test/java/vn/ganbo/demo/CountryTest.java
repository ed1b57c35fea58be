package vn.ganbo.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import vn.ganbo.database.Db;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.member.MemberSearch;

/** Two small provinces, searched by the program and once more by looking at everybody. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.level.root=warn",
            "ganbo.demo=true",
            "ganbo.demo.members=0",
            "ganbo.data=target/country-test-data"
        })
@ContextConfiguration(initializers = TestDatabase.class)
class CountryTest {
    private static final Country.Size SMALL = new Country.Size(2, 4_000);
    private static final Scope ALL = Scope.system("counting a made world");

    @Autowired ApplicationContext context;
    @Autowired Country country;
    @Autowired MemberSearch search;
    @Autowired Db db;

    @Test
    void the_search_finds_exactly_whom_one_finds_who_looks_at_everybody() {
        country.all(SMALL, _ -> {});

        assertThat(db.number(ALL, new Sql("select count(*) from member.published_member")))
                .isEqualTo(4_000);
        assertThat(new SearchBench(context, SMALL).compare(300)).isEqualTo(300);

        PlainSearch plain = PlainSearch.load(db);
        PlainSearch.Place province = plain.below(SMALL.province(2));
        List<UUID> nguyen = plain.find(province, "NGUYỄN van");
        assertThat(province.size()).isEqualTo(2_000);
        assertThat(nguyen).hasSizeBetween(100, 1_000);
        Scope theOther =
                Scope.of(List.of(new Scope.Range(SMALL.province(1), SMALL.province(2) - 1)));
        assertThat(search.find(theOther, SMALL.province(1), "nguyễn văn", 2_000).members())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(nguyen);

        assertThatThrownBy(() -> country.all(SMALL, _ -> {})).isInstanceOf(Refusal.class);
    }
}
