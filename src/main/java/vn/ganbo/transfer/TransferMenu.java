package vn.ganbo.transfer;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** The entry of transfers, and what of them waits on a desk. */
@Configuration(proxyBeanMethods = false)
class TransferMenu {
    static final String LINK = "/transfers";
    private static final Set<Role> OFFICES = Set.of(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE);

    static final Sql COMING =
            Sql.of(
                    """
                    select count(*)
                      from transfer.transfer t
                     where t.to_no between :low and :high
                       and t.to_no <@ :scope::int4multirange
                       and t.state in ('ISSUED', 'RECEIVED')
                    """);

    static final Sql PROPOSED =
            Sql.of(
                    """
                    select count(*)
                      from transfer.transfer t
                     where t.from_no between :low and :high
                       and t.from_no <@ :scope::int4multirange
                       and t.state = 'PROPOSED'
                    """);

    static final Sql START_LATE =
            Sql.of(
                    """
                    select count(*)
                      from transfer.transfer t
                     where t.from_no between :low and :high
                       and t.from_no <@ :scope::int4multirange
                       and t.state in ('PROPOSED', 'OPENED')
                       and t.start_due < :today::date
                    """);

    static final Sql HAND_IN_LATE =
            Sql.of(
                    """
                    select count(*)
                      from transfer.transfer t
                     where t.from_no between :low and :high
                       and t.from_no <@ :scope::int4multirange
                       and t.state = 'ISSUED'
                       and t.hand_in_due < :today::date
                    """);

    static final Sql STAY_OVER =
            Sql.of(
                    """
                    select count(*)
                      from transfer.transfer t
                     where ((t.from_no between :low and :high and t.from_no <@ :scope::int4multirange)
                            or (t.to_no between :low and :high and t.to_no <@ :scope::int4multirange))
                       and t.state = 'STAYING'
                       and t.until < :today::date + 7
                    """);

    static final Sql COMMENTS_ASKED =
            Sql.of(
                    """
                    select count(*)
                      from transfer.stay_comment c
                      join transfer.transfer t on t.id = c.transfer_id
                     where ((t.to_no between :low and :high and t.to_no <@ :scope::int4multirange)
                            or (t.placed_no between :low and :high and t.placed_no <@ :scope::int4multirange))
                       and c.answer is null
                    """);

    /** Stays of which the host has not said in which cell. */
    static final Sql WITHOUT_CELL =
            Sql.of(
                    """
                    select count(*)
                      from transfer.transfer t
                     where t.to_no between :low and :high
                       and t.to_no <@ :scope::int4multirange
                       and t.state = 'STAYING'
                       and t.placed_no is null
                    """);

    @Bean
    MenuEntry transfersEntry() {
        return new MenuEntry(
                56,
                "Chuyển sinh hoạt đảng",
                LINK,
                "away",
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.AUDITOR));
    }

    @Bean
    DeskSheet transfersComing() {
        return sheet(
                "transfer.coming",
                "Đảng viên chuyển sinh hoạt đến",
                "Tiếp nhận giấy và hồ sơ, phân về chi bộ",
                Tone.ACT,
                "?tab=COMING",
                COMING);
    }

    @Bean
    DeskSheet transfersProposed() {
        return sheet(
                "transfer.proposed",
                "Chi bộ đề nghị chuyển sinh hoạt đảng",
                "Kiểm hồ sơ, cấp giấy giới thiệu hoặc trả lời chi bộ",
                Tone.ACT,
                "",
                PROPOSED);
    }

    @Bean
    DeskSheet transfersStartLate() {
        return sheet(
                "transfer.start-late",
                "Chuyển sinh hoạt quá hạn cấp giấy",
                "Cấp giấy giới thiệu sinh hoạt đảng",
                Tone.LATE,
                "",
                START_LATE);
    }

    @Bean
    DeskSheet transfersHandInLate() {
        return sheet(
                "transfer.hand-in-late",
                "Giấy giới thiệu sinh hoạt đảng quá hạn nộp",
                "Hỏi đảng viên và nơi đến, ghi lý do",
                Tone.LATE,
                "/check",
                HAND_IN_LATE);
    }

    @Bean
    DeskSheet staysOver() {
        return sheet(
                "transfer.stay-ending",
                "Sinh hoạt tạm thời sắp hết hoặc đã hết hạn",
                "Ghi đã trở về, gia hạn, hoặc làm thủ tục chuyển chính thức",
                Tone.WAIT,
                "?tab=STAYING",
                STAY_OVER);
    }

    @Bean
    DeskSheet staysWithoutCell() {
        return sheet(
                "transfer.without-cell",
                "Đảng viên sinh hoạt tạm thời chưa phân về chi bộ",
                "Phân về chi bộ để được mời họp cùng",
                Tone.ACT,
                "?tab=STAYING",
                WITHOUT_CELL);
    }

    @Bean
    DeskSheet stayCommentsAsked() {
        return new DeskSheet(
                "transfer.comments-asked",
                "Nơi giới thiệu xin nhận xét đảng viên sinh hoạt tạm thời",
                "Ghi nhận xét để nơi kia kiểm điểm cuối năm",
                Tone.ACT,
                LINK + "?tab=STAYING",
                LINK,
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.RESIDENCE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_CELL_SECRETARY),
                COMMENTS_ASKED);
    }

    private static DeskSheet sheet(
            String key, String title, String hint, Tone tone, String at, Sql count) {
        return new DeskSheet(key, title, hint, tone, LINK + at, LINK, OFFICES, count);
    }
}
