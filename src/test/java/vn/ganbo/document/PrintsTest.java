package vn.ganbo.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/** Many sheets for the printer: in order, none twice and none missing. */
@ProductTest
class PrintsTest {
    private static final Pattern NUMBER = Pattern.compile("Số (\\d+)-GGT/ĐU");

    @Autowired Prints prints;
    @Autowired PrintStore store;
    @Autowired Papers papers;
    @Autowired PrintWork work;
    @Autowired PlatformTransactionManager manager;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Viewer viewer;

    @BeforeEach
    void an_office() {
        world = new World();
        viewer = world.workplaceOffice();
    }

    private Papers.Selection letters(int count) {
        IntroductionText t = Examples.introduction();
        return papers.drafts(
                viewer.scope(),
                viewer.unitNo(),
                IntStream.rangeClosed(1, count)
                        .mapToObj(i ->
                                new IntroductionText(
                                        t.issuer(),
                                        Numbers.written(i, "GGT", t.issuer().organ()),
                                        t.date(),
                                        t.to(),
                                        t.citation(),
                                        t.person(),
                                        false,
                                        t.sentences(),
                                        t.signature()))
                        .toList());
    }

    private UUID start(int count, PrintLayout layout) {
        return viewer.call(() -> prints.start(viewer, "Giấy giới thiệu", letters(count), layout));
    }

    private PrintBatch found(UUID id) {
        return viewer.call(() -> prints.find(viewer.scope(), id)).orElseThrow(NotFound::new);
    }

    private PrintBatch ready(UUID id) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        PrintBatch batch = found(id);
        while (!batch.ready() && !batch.failed() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            batch = found(id);
        }
        return batch;
    }

    private List<Integer> numbers(byte[] pdf, int sheets) throws Exception {
        List<Integer> out = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(sheets);
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(false);
            Matcher found = NUMBER.matcher(text.getText(document));
            while (found.find()) {
                out.add(Integer.valueOf(found.group(1)));
            }
        }
        return out;
    }

    private static List<Integer> from(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private byte[] pdf(PrintBatch batch, int from, int until) {
        return viewer.call(() -> prints.pdf(viewer.scope(), batch, from, until));
    }

    @Test
    void a_few_papers_are_there_at_once_and_many_have_a_page_of_their_own() {
        assertThat(
                        viewer.call(() -> prints.answer(viewer, "Giấy", letters(2), PrintLayout.A4))
                                .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(
                        viewer.call(() ->
                                        prints.answer(
                                                viewer,
                                                "Giấy",
                                                letters(Prints.AT_ONCE + 1),
                                                PrintLayout.A4))
                                .getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
    }

    @Test
    void a_batch_that_is_killed_half_way_goes_on_with_none_twice_and_none_missing()
            throws Exception {
        UUID id = start(230, PrintLayout.A4);
        Scope scope = Scope.system("test");
        // what a node that dies has drawn is rolled back with its lock
        scope.run(() ->
                new TransactionTemplate(manager)
                        .executeWithoutResult(state -> {
                            prints.drawNext(scope);
                            state.setRollbackOnly();
                        }));
        work.stop();
        work.start();

        PrintBatch batch = ready(id);

        assertThat(batch.ready()).isTrue();
        assertThat(batch.sheets()).isEqualTo(230);
        assertThat(numbers(pdf(batch, 1, 230), 230)).isEqualTo(from(1, 230));
        assertThat(numbers(pdf(batch, 95, 203), 109)).isEqualTo(from(95, 203));
        assertThatThrownBy(() -> pdf(batch, 200, 231)).isInstanceOf(Problems.class);
        assertThatThrownBy(() -> pdf(batch, 0, 3)).isInstanceOf(Problems.class);
    }

    @Test
    void two_papers_share_a_sheet_in_their_order() throws Exception {
        PrintBatch batch = ready(start(101, PrintLayout.TWO_ON_A4));

        assertThat(batch.sheets()).isEqualTo(51);
        assertThat(numbers(pdf(batch, 1, 51), 51)).isEqualTo(from(1, 101));
        assertThat(numbers(pdf(batch, 50, 51), 2)).isEqualTo(from(99, 101));
    }

    @Test
    void a_part_that_cannot_be_drawn_says_so_and_can_be_tried_again() throws Exception {
        UUID id = start(60, PrintLayout.A4);
        ready(id);
        World.run(
                "update document.print_part set drawn_at = null, bytes = null, content = 'gì đó' where batch_id = ?",
                id);
        Scope scope = Scope.system("test");
        scope.run(() -> prints.drawNext(scope));
        assertThat(ready(id).failed()).isTrue();

        Holders.Holder holder =
                new Holders(context).holder("Lù Văn In", Role.WORKPLACE_OFFICE, world.workplace);
        Visitor visitor = new Visitor(port);
        visitor.signIn(holder.userName(), Holders.PASSWORD);
        assertThat(visitor.get("/prints").text()).contains("Cần thử lại");
        assertThat(visitor.get("/prints/" + id).text()).contains("Có phần chưa làm được");
        assertThat(visitor.post("/prints/" + id + "/again").status()).isEqualTo(200);
    }

    @Test
    void another_office_does_not_see_a_batch_and_in_time_it_is_forgotten() throws Exception {
        UUID id = start(41, PrintLayout.A4);
        ready(id);
        Viewer other = world.wardOffice();
        assertThat(other.call(() -> prints.find(other.scope(), id))).isEmpty();

        World.run(
                "update document.print_batch set made_at = made_at - interval '8 days' where id = ?",
                id);
        Scope scope = Scope.system("test");
        scope.run(() -> prints.forget(scope));
        assertThat(viewer.call(() -> prints.find(viewer.scope(), id))).isEmpty();
    }
}
