package vn.ganbo.assessment;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** What waits around comments, on each office's desk. */
@Configuration(proxyBeanMethods = false)
class AssessmentDesk {
    static final Sql TO_FILL =
            Sql.of(
                    """
                    select count(*)
                      from assessment.comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.state = 'DRAFT'
                       and not c.complete
                    """);

    static final Sql WITHOUT_MEETING =
            Sql.of(
                    """
                    select count(*)
                      from assessment.comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.state = 'DRAFT'
                       and not exists (select from assessment.decision_member dm
                                         join assessment.decision d on d.id = dm.decision_id
                                        where dm.comment_id = c.id
                                          and d.withdrawn_on is null)
                    """);

    static final Sql CELLS_WITHOUT_MEETING =
            Sql.of(
                    """
                    select count(distinct c.cell_no)
                      from assessment.comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.state = 'DRAFT'
                       and not exists (select from assessment.decision d
                                        where d.unit_no = c.cell_no
                                          and d.withdrawn_on is null
                                          and d.met_on >= make_date(c.year, 1, 1))
                    """);

    static final Sql TO_SIGN =
            Sql.of(
                    """
                    select count(*)
                      from assessment.comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.state = 'DRAFT'
                       and c.complete
                       and exists (select from assessment.decision_member dm
                                     join assessment.decision d on d.id = dm.decision_id
                                    where dm.comment_id = c.id
                                      and d.withdrawn_on is null)
                    """);

    static final Sql TO_CONFIRM =
            Sql.of(
                    """
                    select count(*)
                      from assessment.comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.state = 'CELL_SIGNED'
                    """);

    static final Sql TO_GIVE_OUT =
            Sql.of(
                    """
                    select count(*)
                      from assessment.comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.state = 'COMMUNE_CONFIRMED'
                    """);

    static final Sql NEW_REQUESTS =
            Sql.of(
                    """
                    select count(*)
                      from assessment.comment_request r
                     where r.res_no between :low and :high
                       and r.res_no <@ :scope::int4multirange
                       and r.state = 'SENT'
                    """);

    static final Sql RETURNED =
            Sql.of(
                    """
                    select count(*)
                      from assessment.comment c
                      join member.published_standing m on m.id = c.member_id
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and c.state = 'RETURNED'
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                       and not exists (select from assessment.comment_receipt r
                                        where r.comment_id = c.id
                                          and r.side = 'WORKPLACE')
                    """);

    static final Sql LATE_REQUESTS =
            Sql.of(
                    """
                    select count(*)
                      from assessment.comment_request r
                     where r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                       and r.state <> 'ANSWERED'
                       and r.due_on < :today::date
                    """);

    static final Sql HEARINGS =
            Sql.of(
                    """
                    select count(*)
                      from assessment.hearing h
                     where h.member_id = :self::uuid
                       and h.words is null
                       and h.due_on >= :today::date
                       and not exists (select from assessment.hearing n
                                        where n.comment_id = h.comment_id
                                          and n.no > h.no)
                    """);

    static final Sql REPORT = Sql.of("select count(*) from assessment.report_asked(:today::date)");

    static final Sql MINE =
            Sql.of(
                    """
                    select count(*)
                      from assessment.comment c
                     where c.member_id = :self::uuid
                       and c.state = 'RETURNED'
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                       and not exists (select from assessment.comment_receipt r
                                        where r.comment_id = c.id
                                          and r.side = 'MEMBER')
                    """);

    static final Sql TO_FOLLOW_UP =
            Sql.of(
                    """
                    select count(*)
                      from assessment.follow_up f
                      join assessment.comment c on c.id = f.comment_id
                      join member.published_standing m on m.id = c.member_id
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and f.answered_on is null
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                    """);

    static final Sql LATE_FOLLOW_UPS =
            Sql.of(
                    """
                    select count(*)
                      from assessment.follow_up f
                      join assessment.comment c on c.id = f.comment_id
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and f.answered_on is null
                       and f.due_on < :today::date
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                    """);

    private static final Set<Role> WORKPLACE =
            Set.of(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY);

    @Bean
    DeskSheet commentsToFill() {
        return new DeskSheet(
                "assessment.to-fill",
                "Phiếu nhận xét chưa soạn xong",
                "Soạn từ căn cứ đã có trong sổ",
                Tone.ACT,
                "/comments?tab=to-fill",
                AssessmentMenu.SLIPS,
                Set.of(Role.RESIDENCE_CELL_SECRETARY, Role.COMMITTEE_MEMBER_IN_CHARGE),
                TO_FILL);
    }

    @Bean
    DeskSheet commentsWithoutMeeting() {
        return new DeskSheet(
                "assessment.without-meeting",
                "Phiếu chưa có biên bản họp",
                "Họp với Ban công tác Mặt trận rồi ghi biên bản",
                Tone.WAIT,
                "/decisions/new",
                "",
                Set.of(Role.RESIDENCE_CELL_SECRETARY),
                WITHOUT_MEETING);
    }

    @Bean
    DeskSheet commentsToSign() {
        return new DeskSheet(
                "assessment.to-sign",
                "Phiếu nhận xét chờ ký",
                "Đã soạn xong, đã họp thống nhất",
                Tone.WAIT,
                "/comments?tab=to-sign",
                "",
                Set.of(Role.RESIDENCE_CELL_SECRETARY),
                TO_SIGN);
    }

    @Bean
    DeskSheet commentsToConfirm() {
        return new DeskSheet(
                "assessment.to-confirm",
                "Nhận xét chờ Đảng ủy xác nhận",
                "Chi bộ đã họp, đã ký",
                Tone.WAIT,
                "/comments?tab=signed",
                AssessmentMenu.BOARD,
                Set.of(Role.RESIDENCE_OFFICE),
                TO_CONFIRM);
    }

    @Bean
    DeskSheet commentsToGiveOut() {
        return new DeskSheet(
                "assessment.to-give-out",
                "Nhận xét chờ gửi trả nơi công tác",
                "Đã xác nhận",
                Tone.WAIT,
                "/comments?tab=confirmed",
                AssessmentMenu.BOARD,
                Set.of(Role.RESIDENCE_OFFICE),
                TO_GIVE_OUT);
    }

    @Bean
    DeskSheet cellsWithoutMeeting() {
        return new DeskSheet(
                "assessment.cells-without-meeting",
                "Chi bộ chưa ghi cuộc họp thống nhất",
                "Chưa họp thì chưa ký được phiếu",
                Tone.WAIT,
                "/rounds",
                "",
                Set.of(Role.RESIDENCE_OFFICE),
                CELLS_WITHOUT_MEETING);
    }

    @Bean
    DeskSheet newCommentRequests() {
        return new DeskSheet(
                "assessment.new-requests",
                "Phiếu xin ý kiến mới đến",
                "Chuyển về chi bộ để nhận xét",
                Tone.WAIT,
                "/comment-requests",
                AssessmentMenu.BOARD,
                Set.of(Role.RESIDENCE_OFFICE),
                NEW_REQUESTS);
    }

    @Bean
    DeskSheet returnedComments() {
        return new DeskSheet(
                "assessment.returned",
                "Phiếu nhận xét mới gửi về",
                "Đọc và nhận vào hồ sơ",
                Tone.ACT,
                "/returned-comments",
                AssessmentMenu.RETURNED,
                WORKPLACE,
                RETURNED);
    }

    @Bean
    DeskSheet proposalsToAnswer() {
        return new DeskSheet(
                "assessment.to-follow-up",
                "Đề nghị của nơi cư trú chờ trả lời",
                "Trao đổi với đảng viên, rồi trả lời nơi cư trú",
                Tone.WAIT,
                AssessmentMenu.FOLLOW_UPS,
                "",
                WORKPLACE,
                TO_FOLLOW_UP);
    }

    @Bean
    DeskSheet lateProposals() {
        return new DeskSheet(
                "assessment.late-follow-ups",
                "Đề nghị quá hạn, nơi công tác chưa trả lời",
                "Liên hệ cấp ủy nơi công tác",
                Tone.LATE,
                AssessmentMenu.FOLLOW_UPS,
                "",
                Set.of(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY),
                LATE_FOLLOW_UPS);
    }

    @Bean
    DeskSheet lateCommentRequests() {
        return new DeskSheet(
                "assessment.late-requests",
                "Phiếu xin ý kiến quá hạn trả lời",
                "Liên hệ Đảng ủy nơi cư trú",
                Tone.LATE,
                "/comment-requests",
                "",
                WORKPLACE,
                LATE_REQUESTS);
    }

    @Bean
    DeskSheet openHearings() {
        return new DeskSheet(
                "assessment.hearings",
                "Chi ủy muốn nghe đồng chí",
                "Nêu ý kiến trước khi họp nhận xét",
                Tone.ACT,
                "/my-comments/hearings",
                AssessmentMenu.MINE,
                Set.of(Role.MEMBER),
                HEARINGS);
    }

    @Bean
    DeskSheet ownReport() {
        return new DeskSheet(
                "assessment.own-report",
                "Tự báo cáo với chi ủy nơi cư trú",
                "Ghi việc đã làm trong năm, trước khi chi ủy họp nhận xét",
                Tone.ACT,
                "/my-report",
                AssessmentMenu.MINE,
                Set.of(Role.MEMBER),
                REPORT);
    }

    @Bean
    DeskSheet myComments() {
        return new DeskSheet(
                "assessment.mine",
                "Nhận xét về đồng chí, chưa đọc",
                "Nơi cư trú đã gửi về nơi công tác",
                Tone.ACT,
                "/my-comments",
                AssessmentMenu.MINE,
                Set.of(Role.MEMBER),
                MINE);
    }
}
