package vn.ganbo.access;

import java.util.List;
import java.util.UUID;
import vn.ganbo.kernel.Role;

/**
 * Người trình diễn: the invented people whom a visitor of the demonstration may become. Implemented
 * by {@code demo}; asked only when {@code ganbo.demo} is true.
 */
public interface DemoPeople {
    /** In the order of the year's work: workplace, residence, member, those who look on. */
    List<Group> groups();

    /**
     * People of one role.
     *
     * @param hint one sentence: what one can try in this role
     */
    record Group(Role role, String hint, List<Person> people) {
        public Group {
            people = List.copyOf(people);
        }
    }

    /**
     * One invented person in one office.
     *
     * @param person id in {@code member.person}
     * @param office id in {@code member.office}
     * @param title such as "Bí thư Chi bộ Tổ dân phố 3"
     */
    record Person(UUID person, UUID office, String name, String title) {}
}
