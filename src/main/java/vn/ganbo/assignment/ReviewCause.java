package vn.ganbo.assignment;

import java.util.Locale;
import java.util.Optional;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Labels;
import vn.ganbo.member.MemberFacts;
import vn.ganbo.member.StandingChanged;
import vn.ganbo.member.WorkMoved;

/** Why an assignment is up for review; labels under reviewCause.* */
enum ReviewCause {
    /** A period of the task has ended. */
    CYCLE,
    STATUS,
    WORKPLACE,
    RESIDENCE,
    POST,
    EXEMPTION,
    /** The person says that it is hard to go on: illness, or what else has changed at home. */
    HARDSHIP,
    /** Found at night: no longer of the cell, or cannot do it any more. */
    LEFT_CELL;

    /** What a fact about a member changes for the tasks, if anything. */
    static Optional<ReviewCause> of(Fact fact) {
        return Optional.ofNullable(
                switch (fact) {
                    case MemberFacts.PeriodAdded added when added.ofStatus() -> STATUS;
                    case MemberFacts.PeriodAdded added when added.ofWorkplace() -> WORKPLACE;
                    case MemberFacts.PeriodAdded added when added.ofResidence() -> RESIDENCE;
                    case StandingChanged _ -> STATUS;
                    case WorkMoved _ -> WORKPLACE;
                    case MemberFacts.ExemptionGranted _ -> EXEMPTION;
                    case MemberFacts.RecordChanged changed
                            when changed.names(Labels.of("field.post").toLowerCase(Locale.ROOT)) ->
                            POST;
                    default -> null;
                });
    }
}
