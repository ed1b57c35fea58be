package vn.ganbo.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Ties;

/** What is under way about members, read in one statement made of the capabilities' own. */
@Component
class MemberTies {
    private final Db db;
    private final List<Ties> all;

    MemberTies(Db db, ObjectProvider<Ties> ties) {
        this.db = db;
        this.all = ties.stream().toList();
    }

    private record Row(int tie, UUID memberId, String fullName, @Nullable String what) {}

    /** A sentence for each of these members with whom anything is under way. */
    Map<UUID, String> of(Scope scope, Collection<UUID> members) {
        return of(scope, members, all);
    }

    /** The same of letters to the residence alone. */
    Map<UUID, String> letters(Scope scope, Collection<UUID> members) {
        return of(scope, members, all.stream().filter(Ties::introduces).toList());
    }

    /** The same of what has to be ended before somebody may be introduced elsewhere. */
    Map<UUID, String> holding(Scope scope, Collection<UUID> members) {
        return of(scope, members, all.stream().filter(Ties::holdsHere).toList());
    }

    private Map<UUID, String> of(Scope scope, Collection<UUID> members, List<Ties> ties) {
        Map<UUID, String> held = new HashMap<>();
        if (ties.isEmpty()) {
            return held;
        }
        List<Row> rows =
                db.list(
                        scope,
                        together(ties),
                        row ->
                                new Row(
                                        row.getInt("tie"),
                                        Objects.requireNonNull(row.getObject(2, UUID.class)),
                                        row.getString(3),
                                        row.getString(4)),
                        "members",
                        members.toArray(UUID[]::new));
        for (Row row : rows) {
            held.putIfAbsent(
                    row.memberId(), ties.get(row.tie()).sentence(row.fullName(), row.what()));
        }
        return held;
    }

    private static Sql together(List<Ties> ties) {
        List<String> parts = new ArrayList<>();
        for (Ties tie : ties) {
            parts.add(
                    "select "
                            + parts.size()
                            + " as tie, x.member_id, x.full_name, x.what from ("
                            + tie.statement().text()
                            + ") x");
        }
        return new Sql(String.join(" union all ", parts) + " order by tie");
    }
}
