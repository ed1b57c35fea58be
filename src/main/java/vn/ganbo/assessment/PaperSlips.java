package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.document.Arrived;
import vn.ganbo.document.CommentSlipText;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.Option;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.SlipForm;

/**
 * Phiếu nhận xét bằng giấy: what it says is kept as that of any other slip, so that whoever reads
 * slips reads this one too, and what it proposes is followed (docs/decisions/0044).
 */
@Component
class PaperSlips {
    private final PaperSlipStore store;
    private final ReceiptStore receipts;
    private final FollowUps followUps;
    private final Rulebooks rulebooks;

    PaperSlips(
            PaperSlipStore store, ReceiptStore receipts, FollowUps followUps, Rulebooks rulebooks) {
        this.store = store;
        this.receipts = receipts;
        this.followUps = followUps;
        this.rulebooks = rulebooks;
    }

    /**
     * What a slip says.
     *
     * @param answers criterion key to option key; what the paper leaves open is not in it
     * @param other nhận xét khác, or null
     */
    record Said(SlipForm form, int year, Map<String, String> answers, @Nullable String other) {
        Said {
            answers = Map.copyOf(answers);
        }
    }

    /** The rulebook whose form a slip of that day has. */
    Rulebook rulebook(Arrived line, LocalDate today) {
        LocalDate madeOn = line.madeOn();
        return rulebooks
                .find(madeOn == null ? line.arrivedOn() : madeOn)
                .orElseGet(() -> rulebooks.on(today));
    }

    /** What a file says, where its form is one of the rulebook's. */
    static Optional<Said> said(CommentSlipText text, Rulebook book) {
        for (SlipForm form : SlipForm.values()) {
            List<Criterion> criteria = book.criteria(form);
            if (!criteria.isEmpty() && isOf(text.criteria(), criteria)) {
                Map<String, String> answers = new HashMap<>();
                for (int i = 0; i < criteria.size(); i++) {
                    Criterion criterion = criteria.get(i);
                    String chosen = text.criteria().get(i).chosen();
                    criterion.options().stream()
                            .filter(option -> chosen != null && same(option.label(), chosen))
                            .forEach(option -> answers.put(criterion.key(), option.key()));
                }
                CommentSlipText.Answers to = text.answers();
                return Optional.of(
                        new Said(
                                form,
                                to == null ? text.date().getYear() : to.year(),
                                answers,
                                text.other()));
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(List<CommentSlipText.Criterion> printed, List<Criterion> criteria) {
        if (printed.size() != criteria.size()) {
            return false;
        }
        for (int i = 0; i < criteria.size(); i++) {
            CommentSlipText.Criterion one = printed.get(i);
            List<String> labels = criteria.get(i).options().stream().map(Option::label).toList();
            if (one.no() != criteria.get(i).number()
                    || !labels.stream()
                            .map(Texts::folded)
                            .toList()
                            .equals(one.options().stream().map(Texts::folded).toList())) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String one, String other) {
        return Texts.folded(one).equals(Texts.folded(other));
    }

    /**
     * Keeps what a slip in the book says; the workplace has received it by taking it in.
     *
     * @param text of its file, or null
     * @return the slip
     * @throws Refusal when one of that ward and year came for nobody's question already
     * @throws NotFound when the person does not work here
     */
    UUID take(
            Viewer viewer,
            Arrived line,
            PaperRequests.Target target,
            Said said,
            @Nullable CommentSlipText text,
            Stamp stamp) {
        Rulebook book = rulebook(line, stamp.on());
        Integer asked = target.year();
        int year = asked == null ? said.year() : asked;
        if (target.request() == null) {
            store.came(viewer.scope(), target, year)
                    .ifPresent(day -> {
                        throw new Refusal(
                                "assessment.slip-came-before",
                                Integer.toString(year),
                                Show.committee(target.ward()),
                                Show.date(day));
                    });
        }
        CommentBody body =
                new CommentBody(
                        Ids.next(),
                        1,
                        target.memberId(),
                        target.fullName(),
                        target.wardNo(),
                        target.wardNo(),
                        target.wardNo(),
                        year,
                        said.form(),
                        said.answers(),
                        said.other(),
                        List.of(),
                        book.reference());

        boolean complete = body.unanswered(book).isEmpty();
        if (store.take(viewer.scope(), line, target, body, complete, text, stamp) != 1) {
            throw new NotFound();
        }
        receipts.receive(viewer.scope(), List.of(body.id()), ReceiptStore.Side.WORKPLACE, stamp);
        body.followUp(book)
                .ifPresent(kind -> followUps.open(viewer, Map.of(body.id(), kind), stamp));
        return body.id();
    }
}
