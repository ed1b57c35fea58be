package vn.ganbo.member;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** What member puts into the menu. */
@Configuration(proxyBeanMethods = false)
class MemberMenu {
    static final Sql CORRECTIONS =
            Sql.of(
                    """
                    select count(*)
                      from member.correction c
                      join member.member m on m.id = c.member_id
                     where c.state = 'OPEN'
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    /** Those of whose end the rulebook's clock has reminded and that are not over. */
    static final Sql EXEMPTIONS_ENDING =
            Sql.of(
                    """
                    select count(*)
                      from member.exemption e
                      join member.member m on m.id = e.member_id
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and not e.withdrawn
                       and e.reminded_on is not null
                       and upper(e.valid) > :today::date
                    """);

    @Bean
    DeskSheet exemptionsSheet() {
        return new DeskSheet(
                "member.exemptions-ending",
                "Diện miễn sắp hết hạn",
                "Gia hạn bằng văn bản mới, hoặc để hết hạn",
                Tone.WAIT,
                "/exemptions",
                "/members",
                Set.of(Role.WORKPLACE_OFFICE),
                EXEMPTIONS_ENDING);
    }

    @Bean
    DeskSheet correctionsSheet() {
        return new DeskSheet(
                "member.corrections",
                "Đề nghị sửa hồ sơ",
                "Xem từng ô rồi trả lời đảng viên",
                Tone.WAIT,
                "/corrections",
                "/members",
                Set.of(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE),
                CORRECTIONS);
    }

    @Bean
    MenuEntry membersEntry() {
        return new MenuEntry(
                30,
                "Đảng viên",
                "/members",
                "people",
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.ADMINISTRATOR,
                        Role.AUDITOR),
                List.of(
                        "/exemptions",
                        "/corrections",
                        "/duplicates",
                        "/merges",
                        "/completeness",
                        "/reconciliation"));
    }

    @Bean
    MenuEntry ownEntry() {
        return new MenuEntry(
                5,
                "Trang của tôi",
                "/members/me",
                "person",
                Set.of(Role.MEMBER),
                List.of("/members", "/introductions", "/my-case"));
    }
}
