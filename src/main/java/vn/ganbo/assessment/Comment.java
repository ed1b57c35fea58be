package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.Rulebook;

/**
 * Phiếu nhận xét in one of its states (Regulation 213, Art. 4.4): each offers only the step that is
 * possible in it.
 */
sealed interface Comment {
    CommentBody body();

    CommentState state();

    /**
     * Dự thảo of the cell, with the record of the meeting that covers it and what the person was
     * asked last, if there are such.
     */
    record Draft(CommentBody body, @Nullable Covered decision, @Nullable Hearing hearing)
            implements Comment {
        @Override
        public CommentState state() {
            return CommentState.DRAFT;
        }

        /**
         * Why the cell cannot sign on that day, with the article; empty when it can. What has to be
         * done before the meeting is named before the meeting: who met first would have to meet
         * again (docs/decisions/0033).
         */
        Optional<Refusal> obstacle(LocalDate on, Rulebook book) {
            String article = book.cite(book.commentsArticle());
            if (decision == null) {
                return unheard(on, book)
                        .or(() -> Optional.of(new Refusal("assessment.no-decision", article)));
            }
            if (decision.metOn().isAfter(on)) {
                return Optional.of(
                        new Refusal(
                                "assessment.decision-later",
                                Show.date(decision.metOn()),
                                Show.date(on),
                                article));
            }
            if (!decision.votes().agreed()) {
                return Optional.of(
                        new Refusal(
                                "assessment.not-agreed",
                                Show.date(decision.metOn()),
                                decision.votes().inFavour(),
                                decision.votes().against(),
                                article));
            }
            List<Criterion> open = body.unanswered(book);
            if (!open.isEmpty() || book.criteria(body.form()).isEmpty()) {
                return Optional.of(
                        new Refusal(
                                "assessment.unanswered",
                                open.stream()
                                        .map(c -> Integer.toString(c.number()))
                                        .collect(Collectors.joining(", "))));
            }
            return unheard(on, book).or(() -> metBefore(on, decision.metOn()));
        }

        /** Every shortcoming has its fact, and the person was heard. */
        private Optional<Refusal> unheard(LocalDate on, Rulebook book) {
            List<Criterion> lacking = body.lacking(book);
            if (body.shortcomings().isEmpty()) {
                return lacking.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Refusal(
                                        "assessment.no-shortcoming",
                                        lacking.stream()
                                                .map(c -> Integer.toString(c.number()))
                                                .collect(Collectors.joining(", "))));
            }
            if (hearing == null || !hearing.covers(body.shortcomings())) {
                return Optional.of(new Refusal("assessment.not-asked"));
            }
            return hearing.closed(on).isEmpty()
                    ? Optional.of(
                            new Refusal("assessment.hearing-waits", Show.date(hearing.dueOn())))
                    : Optional.empty();
        }

        /** The meeting knew what the person said. */
        private Optional<Refusal> metBefore(LocalDate on, LocalDate metOn) {
            if (body.shortcomings().isEmpty() || hearing == null) {
                return Optional.empty();
            }
            return hearing.closed(on)
                    .filter(metOn::isBefore)
                    .map(heard ->
                            new Refusal(
                                    "assessment.met-before-hearing",
                                    Show.date(metOn),
                                    Show.date(heard)));
        }

        /** Signs for the cell; throws the obstacle where there is one. */
        CellSigned sign(Signer signer, LocalDate on, Rulebook book) {
            Optional<Refusal> obstacle = obstacle(on, book);
            if (obstacle.isPresent() || decision == null) {
                throw obstacle.orElseThrow();
            }
            return new CellSigned(body, decision, signer, on);
        }
    }

    /** Signed T/M CHI BỘ; the commune's committee has not confirmed yet. */
    record CellSigned(CommentBody body, Covered decision, Signer signer, LocalDate signedOn)
            implements Comment {
        @Override
        public CommentState state() {
            return CommentState.CELL_SIGNED;
        }

        CommuneConfirmed confirm(Signer confirmer, LocalDate on) {
            return new CommuneConfirmed(this, confirmer, on);
        }

        /** Back to the cell, which must sign again. */
        Draft giveBack() {
            return new Draft(body, decision, null);
        }
    }

    /** Confirmed by the commune's committee; the workplace does not see it yet. */
    record CommuneConfirmed(CellSigned signed, Signer confirmer, LocalDate confirmedOn)
            implements Comment {
        @Override
        public CommentBody body() {
            return signed.body();
        }

        @Override
        public CommentState state() {
            return CommentState.COMMUNE_CONFIRMED;
        }

        Returned giveOut(UUID paper, LocalDate on) {
            return new Returned(this, paper, on);
        }
    }

    /** At the workplace, and open to the member. */
    record Returned(CommuneConfirmed confirmed, UUID paper, LocalDate returnedOn)
            implements Comment {
        @Override
        public CommentBody body() {
            return confirmed.body();
        }

        @Override
        public CommentState state() {
            return CommentState.RETURNED;
        }
    }

    /**
     * The standing record that covers a slip, with the votes on this person.
     *
     * @param byCommittee false where the cell has no committee and the secretary met
     */
    record Covered(UUID id, LocalDate metOn, Votes votes, boolean byCommittee) {}

    /** For, against, abstaining. */
    record Votes(int inFavour, int against, int abstaining) {
        boolean agreed() {
            return inFavour > against;
        }
    }
}
