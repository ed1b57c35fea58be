package vn.ganbo.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Tone;

/** After an act: redirect, and say once what it did. */
public final class Acts {
    private Acts() {}

    /** Redirects to a path of ours and shows the sentence there. */
    public static String done(RedirectAttributes redirect, String path, String sentence) {
        redirect.addFlashAttribute("notice", new Shell.Notice(sentence, Tone.DONE));
        return "redirect:" + path;
    }
}
