package vn.ganbo.signature;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * What was added to a file behind its first part, object by object: fields of signatures, what
 * proves them (DSS) and metadata may come; whatever else differs is a change, whether a reader of
 * PDF would show it or not. A library's own comparison of revisions warns of such changes only.
 */
final class Additions {
    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
    private static final COSName SIG_FLAGS = COSName.getPDFName("SigFlags");
    private static final COSName NEED_APPEARANCES = COSName.getPDFName("NeedAppearances");

    /** In the catalogue, what proves signatures and describes the file. */
    private static final Set<COSName> OF_THE_CATALOGUE =
            Set.of(DSS, EXTENSIONS, COSName.METADATA, COSName.VERSION, COSName.PERMS);

    /** In a field that is being signed. */
    private static final Set<COSName> OF_A_FIELD =
            Set.of(COSName.V, COSName.AP, COSName.F, COSName.MK);

    /** A signature's picture covers at most this part of a page. */
    private static final double MOST = 1.0 / 6;

    private final long before;
    private final Set<Long> signed;
    private final Deque<Pair> open = new ArrayDeque<>();
    private final IdentityHashMap<COSBase, Set<COSBase>> seen = new IdentityHashMap<>();

    private Additions(long before, Set<Long> signed) {
        this.before = before;
        this.signed = signed;
    }

    /** The same place in both. */
    private record Pair(@Nullable COSBase before, @Nullable COSBase after) {}

    /**
     * Whether nothing was added but signatures and what belongs to them.
     *
     * @param first the file as it was, {@code length} bytes
     * @param whole the file as it is, which begins with those bytes
     * @param signed where the signed bytes of the signatures end that were checked
     */
    static boolean harmless(PDDocument first, long length, PDDocument whole, Set<Long> signed)
            throws IOException {
        return new Additions(length, signed).harmless(first, whole);
    }

    private boolean harmless(PDDocument first, PDDocument whole) throws IOException {
        COSDictionary old = first.getDocumentCatalog().getCOSObject();
        COSDictionary now = whole.getDocumentCatalog().getCOSObject();
        if (!form(old.getCOSDictionary(COSName.ACRO_FORM), now.getCOSDictionary(COSName.ACRO_FORM))
                || !others(old, now, with(OF_THE_CATALOGUE, COSName.ACRO_FORM))) {
            return false;
        }
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            if (!same(plain(pair.before), plain(pair.after))) {
                return false;
            }
        }
        return true;
    }

    private static Set<COSName> with(Set<COSName> names, COSName another) {
        Set<COSName> all = new LinkedHashSet<>(names);
        all.add(another);
        return all;
    }

    private static @Nullable COSBase plain(@Nullable COSBase value) {
        return value instanceof COSObject reference ? reference.getObject() : value;
    }

    /** Compares later what stands under each name but these. */
    private boolean others(COSDictionary old, COSDictionary now, Set<COSName> but) {
        Set<COSName> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        names.removeAll(but);
        for (COSName name : names) {
            open.push(new Pair(old.getItem(name), now.getItem(name)));
        }
        return true;
    }

    private boolean same(@Nullable COSBase old, @Nullable COSBase now) throws IOException {
        if (old == null || now == null) {
            return old == null && now == null;
        }
        if (old instanceof COSDictionary oldOne && now instanceof COSDictionary newOne) {
            return seen(old, now) || sameDictionary(oldOne, newOne);
        }
        if (old instanceof COSArray oldOne && now instanceof COSArray newOne) {
            return seen(old, now) || sameArray(oldOne, newOne);
        }
        if (old instanceof COSNumber oldOne && now instanceof COSNumber newOne) {
            return Float.compare(oldOne.floatValue(), newOne.floatValue()) == 0;
        }
        if (old instanceof COSString oldOne && now instanceof COSString newOne) {
            return Arrays.equals(oldOne.getBytes(), newOne.getBytes());
        }
        return old.equals(now);
    }

    /** Whether these two were compared; one object may stand in many places, changed in one. */
    private boolean seen(COSBase old, COSBase now) {
        return !seen.computeIfAbsent(old, _ -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(now);
    }

    private boolean sameArray(COSArray old, COSArray now) {
        if (old.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < old.size(); i++) {
            open.push(new Pair(old.get(i), now.get(i)));
        }
        return true;
    }

    private boolean sameDictionary(COSDictionary old, COSDictionary now) throws IOException {
        if (old instanceof COSStream oldOne) {
            return now instanceof COSStream newOne
                    && Arrays.equals(bytes(oldOne), bytes(newOne))
                    && others(old, now, Set.of(COSName.LENGTH));
        }
        if (now instanceof COSStream) {
            return false;
        }
        if (COSName.PAGE.equals(old.getCOSName(COSName.TYPE))) {
            return annotations(old, now) && others(old, now, Set.of(COSName.ANNOTS));
        }
        if (isField(old) && old.getDictionaryObject(COSName.V) == null) {
            COSDictionary value = now.getCOSDictionary(COSName.V);
            return (value == null
                    ? others(old, now, Set.of())
                    : isSigned(now) && others(old, now, OF_A_FIELD));
        }
        return others(old, now, Set.of());
    }

    private static byte[] bytes(COSStream stream) throws IOException {
        try (InputStream in = stream.createRawInputStream()) {
            return in.readAllBytes();
        }
    }

    /** What was on the page is still there in this order; what came is a signature. */
    private boolean annotations(COSDictionary old, COSDictionary now) {
        return list(
                old.getCOSArray(COSName.ANNOTS),
                now.getCOSArray(COSName.ANNOTS),
                added -> isSignature(added) && isSmall(added, now));
    }

    private boolean form(@Nullable COSDictionary old, @Nullable COSDictionary now) {
        if (now == null) {
            return old == null;
        }
        COSDictionary was = old == null ? new COSDictionary() : old;
        if (!list(
                was.getCOSArray(COSName.FIELDS),
                now.getCOSArray(COSName.FIELDS),
                this::isSignature)) {
            return false;
        }
        if (now.getBoolean(NEED_APPEARANCES, false)
                || (now.containsKey(COSName.XFA) && old == null)) {
            return false;
        }
        Set<COSName> mayCome = with(Set.of(COSName.FIELDS, SIG_FLAGS), NEED_APPEARANCES);
        if (items(was.getCOSArray(COSName.FIELDS)).stream()
                .allMatch(item -> plain(item) instanceof COSDictionary field && isField(field))) {
            // A form without a field of any other kind: its usual letters are used by nobody.
            mayCome = with(with(mayCome, COSName.DR), COSName.DA);
        }
        return others(was, now, mayCome);
    }

    /** Old entries in their order, then new ones that are allowed. */
    private boolean list(
            @Nullable COSArray old,
            @Nullable COSArray now,
            java.util.function.Predicate<COSDictionary> allowed) {
        List<COSBase> was = items(old);
        List<COSBase> is = items(now);
        if (is.size() < was.size()) {
            return false;
        }
        for (int i = 0; i < is.size(); i++) {
            if (i < was.size()) {
                open.push(new Pair(was.get(i), is.get(i)));
            } else if (!(plain(is.get(i)) instanceof COSDictionary added) || !allowed.test(added)) {
                return false;
            }
        }
        return true;
    }

    private static List<COSBase> items(@Nullable COSArray array) {
        List<COSBase> out = new ArrayList<>();
        if (array != null) {
            array.forEach(item -> out.add(Objects.requireNonNull(item)));
        }
        return out;
    }

    private static boolean isField(COSDictionary field) {
        return COSName.SIG.equals(field.getCOSName(COSName.FT));
    }

    /**
     * A field with a signature behind the first part that was checked, or the place of such a field
     * on a page; without any action.
     */
    private boolean isSignature(COSDictionary added) {
        COSDictionary field = isField(added) ? added : added.getCOSDictionary(COSName.PARENT);
        if (field == null || !isField(field) || !isSigned(field) || acts(added) || acts(field)) {
            return false;
        }
        for (COSBase item : items(field.getCOSArray(COSName.KIDS))) {
            boolean place = plain(item) instanceof COSDictionary kid && isPlace(kid) && !acts(kid);
            if (!place) {
                return false;
            }
        }
        return isPlace(added) || field.containsKey(COSName.KIDS);
    }

    private static boolean isPlace(COSDictionary widget) {
        return COSName.WIDGET.equals(widget.getCOSName(COSName.SUBTYPE));
    }

    private static boolean acts(COSDictionary field) {
        return field.containsKey(COSName.A) || field.containsKey(COSName.AA);
    }

    private boolean isSigned(COSDictionary field) {
        COSDictionary value = field.getCOSDictionary(COSName.V);
        COSArray range = value == null ? null : value.getCOSArray(COSName.BYTERANGE);
        if (range == null || range.size() != 4) {
            return false;
        }
        long end = (long) range.getInt(2) + range.getInt(3);
        return end > before && signed.contains(end);
    }

    private static boolean isSmall(COSDictionary added, COSDictionary page) {
        COSArray sheet = inherited(page, COSName.MEDIA_BOX);
        COSArray rectangle = added.getCOSArray(COSName.RECT);
        return rectangle == null || (sheet != null && area(rectangle) <= area(sheet) * MOST);
    }

    private static @Nullable COSArray inherited(COSDictionary page, COSName name) {
        COSDictionary at = page;
        for (int depth = 0; at != null && depth < 50; depth++) {
            COSArray found = at.getCOSArray(name);
            if (found != null) {
                return found;
            }
            at = at.getCOSDictionary(COSName.PARENT);
        }
        return null;
    }

    private static double area(COSArray rectangle) {
        float[] at = rectangle.toFloatArray();
        return at.length == 4
                ? Math.abs((double) (at[2] - at[0]) * (at[3] - at[1]))
                : Double.MAX_VALUE;
    }
}
