package vn.ganbo.document;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/**
 * Giấy mời, thông báo, quyết định, biên bản: each is numbered and kept once for what it is about.
 */
@Component
public class WrittenPapers {
    private final Papers papers;
    private final Numbers numbers;
    private final PaperStore store;

    WrittenPapers(Papers papers, Numbers numbers, PaperStore store) {
        this.papers = papers;
        this.numbers = numbers;
        this.store = store;
    }

    /** What a paper is made for. */
    public record Occasion(
            UUID thing,
            PaperKind kind,
            int unitNo,
            @Nullable UUID memberId,
            @Nullable Integer workNo,
            @Nullable Integer resNo,
            String rulebook) {}

    /** The paper of that kind about a thing, where the viewer sees it. */
    public Optional<UUID> find(Scope scope, UUID thing, PaperKind kind) {
        return store.about(scope, thing, kind);
    }

    /**
     * The paper about a thing; where there is none yet, it is numbered, drawn and kept.
     *
     * @param text made of the number
     */
    @Transactional
    public UUID once(Viewer viewer, Occasion of, LocalDate on, Function<String, WrittenText> text) {
        Optional<UUID> there = store.about(viewer.scope(), of.thing(), of.kind());
        if (there.isPresent()) {
            return there.get();
        }
        String number = numbers.next(viewer, of.unitNo(), of.kind(), on);
        return papers.keep(
                viewer,
                new NewPaper(
                        text.apply(number),
                        of.unitNo(),
                        of.workNo(),
                        of.resNo(),
                        of.memberId(),
                        of.rulebook(),
                        of.thing()));
    }

    /** What stands on such a paper, to be printed for each who gets it. */
    public Optional<WrittenText> text(Scope scope, UUID paper) {
        return papers.text(scope, paper)
                .filter(WrittenText.class::isInstance)
                .map(WrittenText.class::cast);
    }
}
