package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.installation.Installation;
import vn.ganbo.installation.PublicKey;

/** Seals what papers say of themselves under the installation's key. */
@Component
class Seals {
    private final Installation installation;

    Seals(Installation installation) {
        this.installation = installation;
    }

    /**
     * The key others check with.
     *
     * @throws IllegalStateException without a key
     */
    PublicKey key() {
        return installation.key().orElseThrow(IllegalStateException::new);
    }

    /**
     * The mark of a paper, kept beside it; none for a paper without a code.
     *
     * @param issuer code of the issuing unit
     */
    @Nullable String mark(PaperText text, @Nullable String code, String issuer) {
        Optional<PublicKey> key = installation.key();
        if (code == null || key.isEmpty()) {
            return null;
        }
        String content =
                Mark.content(key.get().id(), text.kind(), text.number(), code, text.date(), issuer);
        return Mark.sealed(content, installation.seal(content.getBytes(US_ASCII)));
    }

    /** A mark as it is printed; none where there is none. */
    Look.@Nullable Stamped printed(@Nullable String mark, @Nullable String code) {
        if (mark == null || code == null) {
            return null;
        }
        String address = installation.address();
        return new Look.Stamped(
                address.isEmpty() ? mark : address.toUpperCase(Locale.ROOT) + "/Q/" + mark,
                ShortCode.written(code),
                address.isEmpty() ? "" : address.replaceFirst("^https?://", "") + "/verify");
    }

    /** What a letter carries inside its file, sealed where this installation has a key. */
    Envelope envelope(UUID id, PaperKind kind, PaperStore.Issuer issuer, String text) {
        Envelope open =
                new Envelope(
                        Envelope.FORM,
                        installation.key().map(PublicKey::id).orElse(null),
                        id,
                        kind,
                        issuer.id(),
                        issuer.code(),
                        text,
                        null);
        return open.key() == null ? open : open.sealed(installation.seal(open.content()));
    }
}
