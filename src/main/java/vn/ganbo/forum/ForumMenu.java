package vn.ganbo.forum;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** The board's place in the menu, and what waits there for the cell committee. */
@Configuration(proxyBeanMethods = false)
class ForumMenu {
    static final Sql UNANSWERED =
            Sql.of(
                    """
                    select count(*)
                      from forum.topic t
                     where t.unit_no between :low and :high
                       and t.unit_no <@ :scope::int4multirange
                       and t.kind = 'QUESTION'
                       and t.hidden_on is null
                       and not exists (select from forum.answer a
                                        where a.topic_id = t.id
                                          and a.hidden_on is null)
                    """);

    @Bean
    MenuEntry forumEntry() {
        return new MenuEntry(
                45,
                "Bảng tin chi bộ",
                "/forum",
                "exchange",
                Set.of(
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.COMMITTEE_MEMBER_IN_CHARGE,
                        Role.GROUP_LEADER,
                        Role.MEMBER,
                        Role.AUDITOR));
    }

    @Bean
    DeskSheet unansweredSheet() {
        return new DeskSheet(
                "forum.unanswered",
                "Câu hỏi trên bảng tin chưa có trả lời",
                "Trả lời, hoặc nhờ người biết việc trả lời",
                Tone.REST,
                "/forum",
                "/forum",
                Set.of(Role.RESIDENCE_CELL_SECRETARY, Role.COMMITTEE_MEMBER_IN_CHARGE),
                UNANSWERED);
    }
}
