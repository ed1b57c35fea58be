package vn.ganbo.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tài khoản: how one person signs in.
 *
 * @param unitNo the unit that keeps the account
 * @param hasPassword false for the people of the demonstration
 * @param oneTimeUntil when a password given by an administrator ends, or null
 * @param stamp goes up with every new password and lock
 * @param lastOffice the office chosen last, or null
 */
record Account(
        UUID id,
        UUID personId,
        int unitNo,
        String userName,
        boolean hasPassword,
        boolean mustChange,
        @Nullable Instant oneTimeUntil,
        int stamp,
        @Nullable UUID lastOffice,
        @Nullable Instant lastSignedIn,
        @Nullable Instant lockedSince,
        Instant changedAt,
        int version) {

    static Account of(ResultSet row) throws SQLException {
        return new Account(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("person_id", UUID.class)),
                row.getInt("unit_no"),
                Objects.requireNonNull(row.getString("user_name")),
                row.getBoolean("has_password"),
                row.getBoolean("must_change"),
                instant(row, "one_time_until"),
                row.getInt("stamp"),
                row.getObject("last_office", UUID.class),
                instant(row, "last_signed_in"),
                instant(row, "locked_since"),
                Objects.requireNonNull(instant(row, "changed_at")),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    boolean locked() {
        return lockedSince != null;
    }
}
