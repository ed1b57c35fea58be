package vn.ganbo.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Viewer;

/** A number without a paper is seen, and somebody says why. */
@ProductTest
class NumberBookTest {
    private static final PaperKind KIND = PaperKind.ANNOUNCEMENT;

    @Autowired NumberBook book;
    @Autowired Numbers numbers;
    @Autowired Papers papers;
    @Autowired Clock clock;

    private World world;
    private Viewer cell;
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void another() {
        world = new World();
        cell = world.cellSecretary();
        today = LocalDate.now(clock);
    }

    private String next() {
        return cell.call(() -> numbers.next(cell, world.cell1, KIND, today));
    }

    private void keep(String number) {
        cell.call(() ->
                papers.keep(
                        cell,
                        new NewPaper(
                                Examples.written(KIND, number),
                                world.cell1,
                                null,
                                null,
                                null,
                                "213-QD-TW@1")));
    }

    private NumberBook.Series series() {
        return cell.call(() -> book.series(cell.scope(), world.cell1)).getFirst();
    }

    private void explain(int n, String note) {
        LocalDate term = series().termStart();
        cell.scope().run(() -> book.explain(cell, KIND, term, n, note));
    }

    @Test
    void a_number_without_a_paper_is_a_gap_until_somebody_says_why() {
        keep(next());
        next();
        keep(next());

        assertThat(series().gaps()).isEqualTo(1);
        assertThatThrownBy(() -> explain(2, " ")).isInstanceOf(Problems.class);
        assertThatThrownBy(() -> explain(1, "viết hỏng")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> explain(4, "viết hỏng")).isInstanceOf(NotFound.class);
        explain(2, "viết hỏng, đã hủy");

        assertThat(series().gaps()).isZero();
        List<NumberBook.Line> lines =
                cell.call(() ->
                        book.lines(cell.scope(), world.cell1, KIND, series().termStart(), 10));
        assertThat(lines).extracting(NumberBook.Line::n).containsExactly(3, 2, 1);
        assertThat(lines).extracting(NumberBook.Line::number).contains("02-TB/CB");
        assertThat(lines.get(1).note()).isEqualTo("viết hỏng, đã hủy");

        keep("02-TB/CB");
        assertThat(series().gaps()).as("a note and a paper count once").isZero();
    }

    @Test
    void a_series_goes_on_from_the_book_on_paper_once_and_before_it_has_begun() {
        assertThatThrownBy(() -> cell.scope().run(() -> book.goOnFrom(cell, KIND, 0)))
                .isInstanceOf(Problems.class);
        cell.scope().run(() -> book.goOnFrom(cell, KIND, 41));

        assertThat(next()).isEqualTo("42-TB/CB");
        assertThat(series().gaps()).isEqualTo(1);
        assertThatThrownBy(() -> cell.scope().run(() -> book.goOnFrom(cell, KIND, 50)))
                .isInstanceOf(Refusal.class);
        Viewer other = world.otherWardOffice();
        assertThat(other.call(() -> book.series(other.scope(), world.cell1))).isEmpty();
    }
}
