package vn.ganbo.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a paper of this installation who holds it in hand.
 *
 * @param issuer "Đảng ủy phường Hoa Ban", "Chi bộ Tổ dân phố 3, Đảng bộ phường Hoa Ban"
 * @param inForce whether it has not been withdrawn
 */
record Verified(@Nullable String number, LocalDate madeOn, String issuer, boolean inForce) {}
