package vn.ganbo.member;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Retained;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** What the capabilities keep for a time only, counted in one statement made of their own. */
@Component
class RetainedKinds {
    private final Db db;
    private final List<Retained> all;

    RetainedKinds(Db db, ObjectProvider<Retained> retained) {
        this.db = db;
        this.all = retained.stream().toList();
    }

    /**
     * How many records of each kind within the scope were closed before its day.
     *
     * @param before kind to the first day that is not due yet
     */
    Map<String, Long> due(Scope scope, Map<String, LocalDate> before) {
        Map<String, Long> due = new HashMap<>();
        if (before.isEmpty()) {
            return due;
        }
        db.list(
                        scope,
                        together(all),
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        "kinds",
                        before.keySet().toArray(String[]::new),
                        "days",
                        before.values().stream().map(LocalDate::toString).toArray(String[]::new))
                .forEach(entry -> due.put(entry.getKey(), entry.getValue()));
        return due;
    }

    /**
     * Deletes or makes anonymous what a disposal names, and returns how many records. Others that
     * keep a name of their own follow.
     *
     * @throws NotFound where no capability keeps this kind
     */
    int dispose(Scope scope, String kind, UUID disposal) {
        int count = owner(kind).dispose(scope, disposal);
        all.forEach(one -> one.follow(scope, kind, disposal));
        return count;
    }

    private Retained owner(String kind) {
        return all.stream()
                .filter(r -> r.kinds().contains(kind))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Sql together(List<Retained> retained) {
        return new Sql(
                retained.stream()
                        .map(r -> "(" + r.due().text() + ")")
                        .collect(Collectors.joining(" union all ")));
    }
}
