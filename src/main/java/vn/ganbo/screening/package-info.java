/** Rà soát, sàng lọc: facts with their dates, help first, and cases that only people open. */
@ApplicationModule(
        displayName = "Rà soát, sàng lọc",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "organisation",
            "regulation",
            "member",
            "meeting",
            "transfer",
            "away"
        })
@NullMarked
package vn.ganbo.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
