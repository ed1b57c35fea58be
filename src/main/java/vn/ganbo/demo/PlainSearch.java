package vn.ganbo.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/**
 * Whom a search has to find, worked out once more and as plainly as possible: every person of a
 * place is looked at, one after the other. Shares no code with the search, and no key made for it:
 * it reads names as they are written, and who stands below whom from the tree.
 */
final class PlainSearch {
    static final Sql PEOPLE =
            Sql.of(
                    """
                    select m.work_no, m.id, m.full_name, m.sort_key, m.card_no, m.phone
                      from member.published_member m
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql TREE =
            Sql.of(
                    """
                    select u.no, u.parent_no, u.kind, u.name
                      from organisation.published_unit u
                     where u.valid @> :today::date
                    """);

    /** One name, which many bear. */
    private record Name(String full, String sortKey, List<String> words, String initials) {}

    private record Person(int workNo, UUID id, Name name, String card, String phone) {}

    private record Unit(int parent, boolean cell, String name, String folded) {}

    /** A unit with all below it. */
    static final class Place {
        private final BitSet units;
        private final int[] rows;

        private Place(BitSet units, int[] rows) {
            this.units = units;
            this.rows = rows;
        }

        /** How many people it has. */
        int size() {
            return rows.length;
        }

        /** Where one of them stands among all people. */
        int row(int which) {
            return rows[which];
        }
    }

    /** What was typed may mean each of these; what it cannot mean is empty. */
    record Question(List<String> words, String initials, String card, String phone, BitSet units) {}

    private final List<Person> people = new ArrayList<>();
    private final Map<Integer, Unit> units = new HashMap<>();
    private final Map<Integer, Place> places = new HashMap<>();

    private PlainSearch() {}

    static PlainSearch load(Db db) {
        Scope all = Scope.system("measuring the search");
        PlainSearch loaded = new PlainSearch();
        Map<String, Name> names = new HashMap<>();
        db.each(
                all,
                PEOPLE,
                row -> {
                    String sortKey = row.getString("sort_key");
                    loaded.people.add(
                            new Person(
                                    row.getInt("work_no"),
                                    row.getObject("id", UUID.class),
                                    names.computeIfAbsent(
                                            row.getString("full_name"),
                                            full -> name(full, sortKey)),
                                    digits(row.getString("card_no")),
                                    digits(row.getString("phone"))));
                });
        db.each(
                all,
                TREE,
                row -> {
                    loaded.units.put(
                            row.getInt("no"),
                            new Unit(
                                    row.getInt("parent_no"),
                                    "CELL".equals(row.getString("kind")),
                                    row.getString("name"),
                                    bare(row.getString("name"))));
                });
        return loaded;
    }

    int size() {
        return people.size();
    }

    String name(int row) {
        return people.get(row).name.full;
    }

    /** Eight digits. */
    String card(int row) {
        return people.get(row).card;
    }

    String phone(int row) {
        return people.get(row).phone;
    }

    String unitName(int row) {
        Unit unit = units.get(people.get(row).workNo);
        return unit == null ? "" : unit.name;
    }

    /** The unit and all below it, found by going up from each unit of the tree. */
    Place below(int unitNo) {
        return places.computeIfAbsent(
                unitNo,
                top -> {
                    BitSet below = new BitSet();
                    for (int no : units.keySet()) {
                        int at = no;
                        while (at != 0 && at != top) {
                            Unit unit = units.get(at);
                            at = unit == null ? 0 : unit.parent;
                        }
                        below.set(no, at == top);
                    }
                    int[] rows = new int[people.size()];
                    int count = 0;
                    for (int i = 0; i < people.size(); i++) {
                        if (below.get(people.get(i).workNo)) {
                            rows[count++] = i;
                        }
                    }
                    return new Place(below, Arrays.copyOf(rows, count));
                });
    }

    /** All who fit, in the order of the list. */
    List<UUID> find(Place place, String typed) {
        Question question = question(place, typed);
        List<Person> found = new ArrayList<>();
        for (int row : place.rows) {
            Person person = people.get(row);
            if (fits(person, question)) {
                found.add(person);
            }
        }
        found.sort(
                Comparator.comparing((Person person) -> person.name.sortKey)
                        .thenComparing(person -> person.id.toString()));
        return found.stream().map(Person::id).toList();
    }

    Question question(Place place, String typed) {
        boolean number = typed.chars().allMatch(c -> "0123456789+ .()-".indexOf(c) >= 0);
        String digits = number ? digits(typed) : "";
        if (digits.length() == 8) {
            return new Question(List.of(), "", digits, "", new BitSet());
        }
        if (digits.length() > 8) {
            boolean abroad = digits.length() > 10 && digits.startsWith("84");
            String phone = abroad ? "0" + digits.substring(2) : digits;
            return new Question(List.of(), "", "", phone, new BitSet());
        }
        String folded = bare(typed);
        List<String> words = List.of(folded.split(" "));
        boolean letters = words.stream().allMatch(word -> word.length() == 1);
        BitSet named = new BitSet();
        if (folded.length() >= 3) {
            place.units.stream().filter(no -> isCellNamed(no, folded)).forEach(named::set);
        }
        return new Question(
                words,
                letters || words.size() == 1 ? folded.replace(" ", "").replace(".", "") : "",
                "",
                "",
                named);
    }

    private boolean isCellNamed(int no, String folded) {
        Unit unit = units.get(no);
        return unit != null && unit.cell && unit.folded.contains(folded);
    }

    private static boolean fits(Person person, Question question) {
        return (!question.words.isEmpty() && bears(person.name, question.words))
                || (!question.initials.isEmpty() && question.initials.equals(person.name.initials))
                || (!question.card.isEmpty() && question.card.equals(person.card))
                || (!question.phone.isEmpty() && question.phone.equals(person.phone))
                || question.units.get(person.workNo);
    }

    /** Whether each typed word begins a word of the name. */
    private static boolean bears(Name name, List<String> typed) {
        for (String begin : typed) {
            boolean found = false;
            for (String word : name.words) {
                found |= word.startsWith(begin);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static Name name(String full, String sortKey) {
        List<String> words = List.of(bare(full).split(" "));
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            initials.append(word.charAt(0));
        }
        return new Name(full, sortKey, words, initials.toString());
    }

    /** Small letters without marks, đ as d. */
    static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static String digits(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[^0-9]", "");
    }
}
