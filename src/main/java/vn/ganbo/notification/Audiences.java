package vn.ganbo.notification;

import static vn.ganbo.notification.Audiences.Audience.MEMBER;
import static vn.ganbo.notification.Audiences.Audience.RESIDENCE;
import static vn.ganbo.notification.Audiences.Audience.SUPERIOR;
import static vn.ganbo.notification.Audiences.Audience.WORKPLACE;
import static vn.ganbo.notification.Audiences.Audience.WORKPLACE_SUPERIOR;

import java.util.Map;
import java.util.Set;

/** Which facts are told to whom, and where the reader goes from there. */
final class Audiences {
    /** Whom a notice is for. */
    enum Audience {
        WORKPLACE,
        RESIDENCE,
        /** The committee above the ward where the member stands. */
        SUPERIOR,
        /** The committee above the grassroots organisation where the member works. */
        WORKPLACE_SUPERIOR,
        MEMBER
    }

    /**
     * Who is told of a fact; {thing} in a link is the fact's case.
     *
     * @param namedOnly whether only units that the fact names are told, not those of its people
     */
    record Rule(Map<Audience, String> links, boolean namedOnly) {
        Rule(Map<Audience, String> links) {
            this(links, false);
        }

        Set<Audience> audiences() {
            return links.keySet();
        }
    }

    private static final Map<String, Rule> RULES =
            Map.ofEntries(
                    Map.entry(
                            "liaison.introductions-sent",
                            new Rule(
                                    Map.of(
                                            RESIDENCE,
                                            "/introductions?tab=waiting",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "liaison.introduction-acknowledged",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/introductions/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "liaison.introduction-placed",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/introductions/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "liaison.introduction-returned",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/introductions/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "liaison.introduction-acknowledged-on-paper",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/introductions/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "liaison.addresses-followed", new Rule(Map.of(RESIDENCE, "/register"))),
                    Map.entry(
                            "liaison.address-followed",
                            new Rule(Map.of(RESIDENCE, "/members/{thing}"))),
                    Map.entry(
                            "liaison.introduction-withdrawn",
                            new Rule(Map.of(RESIDENCE, "/introductions", MEMBER, "/members/me"))),
                    Map.entry(
                            "liaison.introduction-ended",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/introductions/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "liaison.introductions-closed",
                            new Rule(Map.of(RESIDENCE, "/register/moves", MEMBER, "/members/me"))),
                    Map.entry(
                            "member.correction-proposed",
                            new Rule(Map.of(WORKPLACE, "/corrections/{thing}"))),
                    Map.entry(
                            "member.correction-decided",
                            new Rule(Map.of(MEMBER, "/members/me/correction"))),
                    Map.entry(
                            "member.exemption-granted",
                            new Rule(Map.of(RESIDENCE, "/members/{thing}", MEMBER, "/members/me"))),
                    Map.entry(
                            "member.exemption-ended",
                            new Rule(Map.of(RESIDENCE, "/members/{thing}", MEMBER, "/members/me"))),
                    Map.entry(
                            "member.exemptions-ending",
                            new Rule(Map.of(WORKPLACE, "/exemptions", MEMBER, "/members/me"))),
                    Map.entry(
                            "exchange.hearing-asked",
                            new Rule(Map.of(MEMBER, "/exchange/{thing}"))),
                    Map.entry(
                            "exchange.member-heard",
                            new Rule(Map.of(RESIDENCE, "/exchange/{thing}"))),
                    Map.entry(
                            "exchange.member-said",
                            new Rule(
                                    Map.of(
                                            RESIDENCE,
                                            "/exchange/{thing}",
                                            WORKPLACE,
                                            "/exchange/{thing}"))),
                    Map.entry(
                            "exchange.sent-to-residence",
                            new Rule(
                                    Map.of(
                                            RESIDENCE,
                                            "/exchange?tab=CAME",
                                            MEMBER,
                                            "/exchange/mine"))),
                    Map.entry(
                            "exchange.sent-to-workplace",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/exchange?tab=CAME",
                                            MEMBER,
                                            "/exchange/mine"))),
                    Map.entry(
                            "exchange.answered-to-workplace",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/exchange/{thing}",
                                            MEMBER,
                                            "/exchange/{thing}"))),
                    Map.entry(
                            "exchange.answered-to-residence",
                            new Rule(
                                    Map.of(
                                            RESIDENCE,
                                            "/exchange/{thing}",
                                            MEMBER,
                                            "/exchange/{thing}"))),
                    Map.entry(
                            "exchange.overdue-at-residence",
                            new Rule(Map.of(RESIDENCE, "/exchange?tab=CAME"))),
                    Map.entry(
                            "exchange.overdue-at-workplace",
                            new Rule(Map.of(WORKPLACE, "/exchange?tab=CAME"))),
                    Map.entry(
                            "exchange.superior-of-residence-told",
                            new Rule(
                                    Map.of(
                                            SUPERIOR,
                                            "/exchange/board",
                                            RESIDENCE,
                                            "/exchange/board"))),
                    Map.entry(
                            "exchange.superior-of-workplace-told",
                            new Rule(
                                    Map.of(
                                            WORKPLACE_SUPERIOR,
                                            "/exchange/board",
                                            WORKPLACE,
                                            "/exchange/board"))),
                    Map.entry(
                            "exchange.half-sheet-due-at-workplace",
                            new Rule(Map.of(WORKPLACE, "/half-sheets"))),
                    Map.entry(
                            "exchange.half-sheet-due-at-residence",
                            new Rule(Map.of(RESIDENCE, "/half-sheets"))),
                    Map.entry(
                            "exchange.half-sheet-superior-told-at-workplace",
                            new Rule(
                                    Map.of(
                                            SUPERIOR,
                                            "/exchange/board",
                                            WORKPLACE,
                                            "/half-sheets"))),
                    Map.entry(
                            "exchange.half-sheet-superior-told-at-residence",
                            new Rule(
                                    Map.of(
                                            SUPERIOR,
                                            "/exchange/board",
                                            RESIDENCE,
                                            "/half-sheets"))),
                    Map.entry(
                            "transfer.was-proposed",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/{thing}",
                                            RESIDENCE,
                                            "/transfers/{thing}"))),
                    Map.entry(
                            "transfer.letter-issued",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/{thing}",
                                            RESIDENCE,
                                            "/transfers/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "transfer.letter-received",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/{thing}",
                                            RESIDENCE,
                                            "/transfers/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "transfer.was-placed",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers?tab=DONE",
                                            RESIDENCE,
                                            "/register",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "transfer.given-back",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/{thing}",
                                            RESIDENCE,
                                            "/transfers/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "transfer.was-cancelled",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers",
                                            RESIDENCE,
                                            "/transfers",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry("transfer.gone-outside", new Rule(Map.of(MEMBER, "/members/me"))),
                    Map.entry(
                            "transfer.comment-asked",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/{thing}",
                                            RESIDENCE,
                                            "/transfers/{thing}"))),
                    Map.entry(
                            "transfer.comment-answered",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/{thing}",
                                            RESIDENCE,
                                            "/transfers/{thing}"))),
                    Map.entry(
                            "transfer.start-late",
                            new Rule(Map.of(WORKPLACE, "/transfers", RESIDENCE, "/transfers"))),
                    Map.entry(
                            "transfer.hand-in-late",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/check",
                                            RESIDENCE,
                                            "/transfers/check",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "transfer.stay-begun",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/{thing}",
                                            RESIDENCE,
                                            "/transfers/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "transfer.stay-extended",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/{thing}",
                                            RESIDENCE,
                                            "/transfers/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "transfer.stay-left-cell",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers?tab=STAYING",
                                            RESIDENCE,
                                            "/transfers?tab=STAYING"),
                                    true)),
                    Map.entry(
                            "transfer.stay-ended",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/{thing}",
                                            RESIDENCE,
                                            "/transfers/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "transfer.stay-came-on-paper",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/{thing}",
                                            RESIDENCE,
                                            "/transfers/{thing}"))),
                    Map.entry(
                            "transfer.stay-cell-named",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/{thing}",
                                            RESIDENCE,
                                            "/transfers/{thing}",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "transfer.stay-ending",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers?tab=STAYING",
                                            RESIDENCE,
                                            "/transfers?tab=STAYING",
                                            MEMBER,
                                            "/members/me"))),
                    Map.entry(
                            "transfer.check-due",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/transfers/check",
                                            RESIDENCE,
                                            "/transfers/check"))),
                    Map.entry("screening.lapse-noted", new Rule(Map.of(MEMBER, "/my-case"))),
                    Map.entry("screening.case-opened", new Rule(Map.of(MEMBER, "/my-case"))),
                    Map.entry("screening.help-planned", new Rule(Map.of(MEMBER, "/my-case"))),
                    Map.entry(
                            "screening.member-said",
                            new Rule(Map.of(WORKPLACE, "/screening/cases/{thing}"))),
                    Map.entry(
                            "screening.outcome-proposed",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/screening/cases/{thing}",
                                            MEMBER,
                                            "/my-case"))),
                    Map.entry(
                            "screening.proposal-sent-back",
                            new Rule(Map.of(WORKPLACE, "/screening/cases/{thing}"))),
                    Map.entry(
                            "screening.outcome-decided",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/screening/cases/{thing}",
                                            MEMBER,
                                            "/my-case"))),
                    Map.entry("forum.answered", new Rule(Map.of(MEMBER, "/forum/{thing}"))),
                    Map.entry("forum.hidden", new Rule(Map.of(MEMBER, "/forum/{thing}"))),
                    Map.entry("forum.shown-again", new Rule(Map.of(MEMBER, "/forum/{thing}"))),
                    Map.entry("away.cell-resolved", new Rule(Map.of(MEMBER, "/my-away"))),
                    Map.entry("away.committee-decided", new Rule(Map.of(MEMBER, "/my-away"))),
                    Map.entry("away.application-refused", new Rule(Map.of(MEMBER, "/my-away"))),
                    Map.entry("away.times-ending", new Rule(Map.of(MEMBER, "/my-away"))),
                    Map.entry("away.times-passed", new Rule(Map.of(MEMBER, "/my-away"))),
                    Map.entry("away.help-answered", new Rule(Map.of(MEMBER, "/my-away"))),
                    Map.entry("away.silent-first", new Rule(Map.of(MEMBER, "/my-away"))),
                    Map.entry("away.silent-second", new Rule(Map.of(WORKPLACE, "/away"))),
                    Map.entry("away.silent-third", new Rule(Map.of(WORKPLACE, "/away"))),
                    Map.entry(
                            "away.help-asked",
                            new Rule(Map.of(WORKPLACE, "/away/contacts/{thing}"))),
                    Map.entry(
                            "away.applied-for",
                            new Rule(Map.of(WORKPLACE, "/away/applications/{thing}"))),
                    Map.entry(
                            "assignment.put-up-at-residence",
                            new Rule(Map.of(RESIDENCE, "/assignments/reviews?which=changed"))),
                    Map.entry(
                            "assignment.put-up-at-workplace",
                            new Rule(Map.of(WORKPLACE, "/assignments/reviews?which=changed"))),
                    Map.entry(
                            "assignment.reviews-due-at-residence",
                            new Rule(Map.of(RESIDENCE, "/assignments/reviews"))),
                    Map.entry(
                            "assignment.reviews-due-at-workplace",
                            new Rule(Map.of(WORKPLACE, "/assignments/reviews"))),
                    Map.entry(
                            "assignment.reviews-overdue-at-residence",
                            new Rule(Map.of(RESIDENCE, "/assignments/reviews?which=late"))),
                    Map.entry(
                            "assignment.reviews-overdue-at-workplace",
                            new Rule(Map.of(WORKPLACE, "/assignments/reviews?which=late"))),
                    Map.entry(
                            "assignment.superior-told-at-residence",
                            new Rule(Map.of(RESIDENCE, "/assignments/reviews?which=late"))),
                    Map.entry(
                            "assignment.superior-told-at-workplace",
                            new Rule(Map.of(WORKPLACE, "/assignments/reviews?which=late"))),
                    Map.entry("assignment.reports-asked", new Rule(Map.of(MEMBER, "/my-tasks"))),
                    Map.entry("assignment.reviewed-kept", new Rule(Map.of(MEMBER, "/my-tasks"))),
                    Map.entry("assignment.reviewed-changed", new Rule(Map.of(MEMBER, "/my-tasks"))),
                    Map.entry("assignment.reviewed-ended", new Rule(Map.of(MEMBER, "/my-tasks"))),
                    Map.entry("assignment.person-proposed", new Rule(Map.of(MEMBER, "/my-tasks"))),
                    Map.entry("assignment.cell-kept", new Rule(Map.of(MEMBER, "/my-tasks"))),
                    Map.entry(
                            "assignment.cell-proposed-otherwise",
                            new Rule(Map.of(MEMBER, "/my-tasks"))),
                    Map.entry("assignment.cell-withdrew", new Rule(Map.of(MEMBER, "/my-tasks"))),
                    Map.entry("assignment.person-ended", new Rule(Map.of(MEMBER, "/my-tasks"))),
                    Map.entry("meeting.invited", new Rule(Map.of(MEMBER, "/my-meetings"))),
                    Map.entry("meeting.reasons-asked", new Rule(Map.of(MEMBER, "/my-meetings"))),
                    Map.entry(
                            "assessment.round-opened-for",
                            new Rule(Map.of(RESIDENCE, "/rounds"), true)),
                    Map.entry(
                            "assessment.requests-sent",
                            new Rule(Map.of(RESIDENCE, "/comment-requests"))),
                    Map.entry(
                            "assessment.comments-returned-to-workplace",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/returned-comments",
                                            MEMBER,
                                            "/my-comments"))),
                    Map.entry(
                            "assessment.slip-came-on-paper",
                            new Rule(
                                    Map.of(
                                            WORKPLACE,
                                            "/returned-comments?tab=received",
                                            MEMBER,
                                            "/my-comments"))),
                    Map.entry(
                            "assessment.comment-replied",
                            new Rule(
                                    Map.of(
                                            RESIDENCE,
                                            "/comments/{thing}",
                                            WORKPLACE,
                                            "/comments/{thing}"))),
                    Map.entry(
                            "assessment.hearing-asked",
                            new Rule(Map.of(MEMBER, "/my-comments/hearings"))),
                    Map.entry(
                            "assessment.window-reopened",
                            new Rule(
                                    Map.of(
                                            RESIDENCE,
                                            "/rounds/exceptions",
                                            WORKPLACE,
                                            "/rounds/exceptions"))),
                    Map.entry(
                            "assessment.member-said",
                            new Rule(Map.of(RESIDENCE, "/comments/{thing}"))),
                    Map.entry(
                            "assessment.follow-up-answered",
                            new Rule(
                                    Map.of(
                                            RESIDENCE,
                                            "/comments/{thing}",
                                            MEMBER,
                                            "/comments/{thing}"))),
                    Map.entry(
                            "assessment.requests-overdue",
                            new Rule(
                                    Map.of(
                                            RESIDENCE,
                                            "/comment-requests",
                                            WORKPLACE,
                                            "/comment-requests"))),
                    Map.entry(
                            "assessment.follow-ups-overdue",
                            new Rule(Map.of(WORKPLACE, "/follow-ups"))),
                    Map.entry(
                            "assessment.meetings-overdue",
                            new Rule(Map.of(RESIDENCE, "/comments"))),
                    Map.entry(
                            "assessment.signatures-overdue",
                            new Rule(Map.of(RESIDENCE, "/comments"))),
                    Map.entry("assessment.returns-overdue", new Rule(Map.of(RESIDENCE, "/rounds"))),
                    Map.entry(
                            "assessment.superior-of-residence-told",
                            new Rule(Map.of(SUPERIOR, "/rounds", RESIDENCE, "/comment-requests"))),
                    Map.entry(
                            "assessment.superior-of-workplace-told",
                            new Rule(Map.of(WORKPLACE_SUPERIOR, "/", WORKPLACE, "/follow-ups"))),
                    Map.entry("classification.given-back", new Rule(Map.of(MEMBER, "/my-review"))),
                    Map.entry(
                            "classification.proposal-sent-back",
                            new Rule(Map.of(WORKPLACE, "/classification/reviews/{thing}"))),
                    Map.entry(
                            "classification.levels-corrected",
                            new Rule(
                                    Map.of(
                                            MEMBER,
                                            "/my-review",
                                            WORKPLACE,
                                            "/classification?state=DECIDED"))),
                    Map.entry(
                            "classification.collective-sent-back",
                            new Rule(Map.of(WORKPLACE, "/classification/collectives"))),
                    Map.entry(
                            "liaison.acknowledgement-overdue",
                            new Rule(
                                    Map.of(
                                            RESIDENCE,
                                            "/introductions?tab=waiting",
                                            WORKPLACE,
                                            "/introductions?tab=sent"))),
                    Map.entry(
                            "liaison.placement-overdue",
                            new Rule(Map.of(RESIDENCE, "/introductions?tab=to-place"))),
                    Map.entry(
                            "liaison.superior-told",
                            new Rule(
                                    Map.of(
                                            SUPERIOR,
                                            "/introductions/board",
                                            RESIDENCE,
                                            "/introductions/board"))));

    private Audiences() {}

    /** The rule of a fact's key, or one that tells nobody. */
    static Rule of(String key) {
        return RULES.getOrDefault(key, new Rule(Map.of()));
    }

    static Set<String> keys() {
        return RULES.keySet();
    }
}
