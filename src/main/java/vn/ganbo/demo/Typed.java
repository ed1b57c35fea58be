package vn.ganbo.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What a clerk types who looks for somebody: each way as often as the others. */
final class Typed {
    /** Of ten people looked for one belongs elsewhere, and is not found. */
    private static final int HERE = 9;

    private Typed() {}

    static String drawn(Random random, PlainSearch people, PlainSearch.Place place) {
        boolean here = place.size() > 0 && random.nextInt(10) < HERE;
        int row = here ? place.row(random.nextInt(place.size())) : random.nextInt(people.size());
        String name = people.name(row);
        List<String> words = new ArrayList<>(Arrays.asList(PlainSearch.bare(name).split(" ")));
        return switch (random.nextInt(8)) {
            case 0 -> String.join(" ", words);
            case 1 -> anyOrder(random, words);
            case 2 -> begun(random, words);
            case 3 -> initials(random, words);
            case 4 -> card(random, people.card(row));
            case 5 -> phone(random, people.phone(row));
            case 6 -> unit(random, people.unitName(row));
            default -> random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT);
        };
    }

    private static String anyOrder(Random random, List<String> words) {
        Collections.shuffle(words, random);
        return String.join(" ", words.subList(0, 1 + random.nextInt(words.size())));
    }

    /** A word's beginning, alone or after another whole word. */
    private static String begun(Random random, List<String> words) {
        Collections.shuffle(words, random);
        String begun = words.getFirst().substring(0, 1 + random.nextInt(words.getFirst().length()));
        return random.nextBoolean() ? begun : words.getLast() + " " + begun;
    }

    private static String initials(Random random, List<String> words) {
        List<String> letters = words.stream().map(word -> word.substring(0, 1)).toList();
        return switch (random.nextInt(3)) {
            case 0 -> String.join("", letters);
            case 1 -> String.join(" ", letters);
            default -> String.join(".", letters).toUpperCase(Locale.ROOT);
        };
    }

    private static String card(Random random, String digits) {
        return random.nextBoolean() ? digits : digits.substring(0, 2) + "." + digits.substring(2);
    }

    private static String phone(Random random, String digits) {
        return switch (random.nextInt(3)) {
            case 0 -> digits;
            case 1 -> "+84 " + digits.substring(1);
            default ->
                    digits.substring(0, 4)
                            + " "
                            + digits.substring(4, 7)
                            + " "
                            + digits.substring(7);
        };
    }

    /** Its whole name, a part without marks, or what all of them have in common. */
    private static String unit(Random random, String name) {
        return switch (random.nextInt(3)) {
            case 0 -> name;
            case 1 -> PlainSearch.bare(name).replaceFirst("^chi bo ", "");
            default -> "chi bộ";
        };
    }
}
