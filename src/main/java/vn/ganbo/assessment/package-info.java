/** Nhận xét: comment round, collective decision, comment slip, confirmation, return. */
@ApplicationModule(
        displayName = "Nhận xét",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "organisation",
            "access",
            "regulation",
            "document",
            "member",
            "liaison",
            "meeting",
            "assignment",
            "exchange"
        })
@NullMarked
package vn.ganbo.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
