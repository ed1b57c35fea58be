package vn.ganbo.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;

/**
 * Kiểm tra giấy: who holds a paper in hand learns whether it is ours and in force, its number, date
 * and committee, and nothing else.
 */
@Controller
class VerifyPages {
    private static final Scope NOBODY = Scope.of(List.of());

    private final PaperStore store;
    private final PaperReader reader;
    private final Patience patience;

    VerifyPages(PaperStore store, PaperReader reader, Patience patience) {
        this.store = store;
        this.reader = reader;
        this.patience = patience;
    }

    /**
     * What the page says.
     *
     * @param asked what was typed or scanned
     * @param verdict VALID, VOID, ELSEWHERE or NOT; null before anything was asked
     * @param from another installation that sealed it
     * @param why the reason in Vietnamese where it is not ours
     * @param openable whether who asks is signed in and may look for the case
     */
    record View(
            String asked,
            @Nullable Verdict verdict,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer,
            String from,
            @Nullable String why,
            boolean openable) {
        static View of(String asked, Verdict verdict, @Nullable String why) {
            return new View(asked, verdict, null, null, null, "", why, false);
        }

        /**
         * To the case of the paper; a mark has a plus in it, which an address takes for a space.
         */
        String link() {
            return "/incoming/find?mark=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
        }
    }

    /** What is said of a paper. */
    enum Verdict {
        VALID,
        VOID,
        ELSEWHERE,
        NOT
    }

    @GetMapping("/verify")
    String verify(
            @RequestParam(defaultValue = "") String mark,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("view", view(mark, request, response));
        return "document/verify";
    }

    /** Where a phone comes that has scanned a mark. */
    @GetMapping("/Q/{mark}")
    String scanned(
            @PathVariable String mark,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return verify(mark, request, response, model);
    }

    private View view(String asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked.isBlank()) {
            return new View("", null, null, null, null, "", null, false);
        }
        Scope signedIn = Scope.current();
        if (signedIn == null && !patience.mayAsk(Objects.toString(request.getRemoteAddr()))) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return View.of(
                    asked,
                    Verdict.NOT,
                    "Vừa có quá nhiều lần kiểm tra từ nơi này. Chờ một phút rồi thử lại.");
        }
        Scope scope = signedIn == null ? NOBODY : signedIn;
        try {
            return switch (reader.read(scope, asked)) {
                case Found.Coded coded -> ours(asked, coded.code(), null, signedIn != null);
                case Found.Marked marked ->
                        marked.trust() == Found.Trust.OWN
                                ? ours(asked, marked.code(), marked, signedIn != null)
                                : elsewhere(asked, marked);
                case Found.Whole _ -> throw new IllegalStateException("no file was sent");
            };
        } catch (Refusal e) {
            return View.of(asked, Verdict.NOT, Labels.say("refusal." + e.key(), e.words()));
        }
    }

    /** What the table says of a code; a mark must say the same. */
    private View ours(String asked, String code, Found.@Nullable Marked mark, boolean signedIn) {
        Optional<Verified> found =
                store.verify(NOBODY, code)
                        .filter(v -> mark == null || mark.date().equals(v.madeOn()));
        if (found.isEmpty()) {
            return View.of(
                    asked,
                    Verdict.NOT,
                    "Không có giấy nào mang mã này trong chương trình. Đọc lại mã trên giấy; nếu vẫn vậy, hỏi cấp ủy ghi trên giấy.");
        }
        Verified paper = found.get();
        return new View(
                asked,
                paper.inForce() ? Verdict.VALID : Verdict.VOID,
                paper.number(),
                paper.madeOn(),
                paper.issuer(),
                "",
                null,
                signedIn);
    }

    private static View elsewhere(String asked, Found.Marked mark) {
        boolean known = mark.trust() == Found.Trust.KNOWN;
        return new View(
                asked,
                known ? Verdict.ELSEWHERE : Verdict.NOT,
                known ? mark.number() : null,
                known ? mark.date() : null,
                null,
                mark.from(),
                known
                        ? null
                        : "Mã này của một bản cài đặt mà nơi đây chưa biết khóa, nên không kiểm được. Hỏi cấp ủy ghi trên giấy.",
                false);
    }
}
