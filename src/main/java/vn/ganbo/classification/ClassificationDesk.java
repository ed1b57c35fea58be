package vn.ganbo.classification;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** What waits in a year that is not over, on the desks of member, cell and committee. */
@Configuration(proxyBeanMethods = false)
class ClassificationDesk {
    static final Sql NOT_SENT =
            Sql.of(
                    """
                    select count(*)
                      from classification.review r
                      join classification.review_year y on y.id = r.year_id
                     where r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                       and r.state = 'DRAFT'
                       and y.finished_before > :today::date - 60
                    """);

    static final Sql TO_MEET =
            Sql.of(
                    """
                    select count(*)
                      from classification.review r
                      join classification.self_review s on s.review_id = r.id
                     where r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                       and r.state = 'SENT'
                       and not exists (select from classification.meeting_review v
                                         join classification.meeting m on m.id = v.meeting_id
                                        where v.review_id = r.id
                                          and m.at >= s.sent_at)
                    """);

    static final Sql SENT_BACK =
            Sql.of(
                    """
                    select count(*)
                      from classification.review r
                      join classification.proposal p on p.review_id = r.id
                     where r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                       and r.state = 'SENT'
                       and p.sent_back_on is not null
                    """);

    /** Of the office's own organisation: one below has its own office. */
    static final Sql PROPOSED =
            Sql.of(
                    """
                    select count(*)
                      from classification.review r
                      join organisation.published_unit o on o.no = r.org_no and o.valid @> :today::date
                     where r.org_no between :low and :high
                       and r.org_no <@ :scope::int4multirange
                       and (o.parent_no is null or not o.parent_no <@ :scope::int4multirange)
                       and r.state = 'PROPOSED'
                    """);

    static final Sql COLLECTIVES =
            Sql.of(
                    """
                    select count(*)
                      from classification.collective_review c
                      join organisation.published_unit o on o.no = c.org_no and o.valid @> :today::date
                     where c.org_no between :low and :high
                       and c.org_no <@ :scope::int4multirange
                       and (o.parent_no is null or not o.parent_no <@ :scope::int4multirange)
                       and c.unit_no <> c.org_no
                       and c.state = 'PROPOSED'
                    """);

    static final Sql MINE =
            Sql.of(
                    """
                    select count(*)
                      from classification.review r
                      join classification.review_year y on y.id = r.year_id
                     where r.member_id = :self::uuid
                       and r.state = 'DRAFT'
                       and y.finished_before > :today::date - 60
                    """);

    @Bean
    DeskSheet selfReviewsNotSent() {
        return new DeskSheet(
                "classification.not-sent",
                "Bản tự kiểm điểm chưa gửi",
                "Nhắc đảng viên gửi trước cuộc họp kiểm điểm",
                Tone.WAIT,
                "/classification?state=DRAFT",
                "",
                ClassificationMenu.SECRETARIES,
                NOT_SENT);
    }

    @Bean
    DeskSheet reviewMeetingDue() {
        return new DeskSheet(
                "classification.to-meet",
                "Bản tự kiểm điểm chờ chi bộ họp",
                "Họp, bỏ phiếu rồi ghi biên bản",
                Tone.ACT,
                "/classification/meeting",
                ClassificationMenu.BOARD,
                ClassificationMenu.SECRETARIES,
                TO_MEET);
    }

    @Bean
    DeskSheet proposalsSentBack() {
        return new DeskSheet(
                "classification.sent-back",
                "Đề nghị xếp loại cấp ủy chuyển lại",
                "Đọc lý do, họp lại nếu cần, rồi đề nghị lại",
                Tone.ACT,
                "/classification?state=SENT",
                "",
                ClassificationMenu.SECRETARIES,
                SENT_BACK);
    }

    @Bean
    DeskSheet levelProposalsWaiting() {
        return new DeskSheet(
                "classification.proposed",
                "Đề nghị xếp loại của chi bộ chờ quyết định",
                "Xem từng người, ghi quyết định",
                Tone.WAIT,
                "/classification?state=PROPOSED",
                ClassificationMenu.BOARD,
                ClassificationMenu.OFFICES,
                PROPOSED);
    }

    @Bean
    DeskSheet collectiveProposalsWaiting() {
        return new DeskSheet(
                "classification.collectives",
                "Báo cáo kiểm điểm chi bộ chờ quyết định",
                "Xem báo cáo, ghi quyết định xếp loại tập thể",
                Tone.WAIT,
                "/classification/collectives",
                "",
                ClassificationMenu.OFFICES,
                COLLECTIVES);
    }

    @Bean
    DeskSheet mySelfReview() {
        return new DeskSheet(
                "classification.mine",
                "Bản tự kiểm điểm chưa gửi",
                "Viết, chấm điểm rồi gửi chi bộ",
                Tone.ACT,
                ClassificationMenu.MINE,
                ClassificationMenu.MINE,
                Set.of(Role.MEMBER),
                MINE);
    }
}
