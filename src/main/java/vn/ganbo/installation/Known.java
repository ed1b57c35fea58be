package vn.ganbo.installation;

import java.time.Instant;
import java.util.UUID;

/**
 * Another installation whose papers can be checked.
 *
 * @param name as the administrator here calls it: "Đảng bộ tỉnh Sông Ngàn"
 */
public record Known(UUID id, String name, PublicKey key, Instant since, String by) {}
