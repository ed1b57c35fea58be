/** Trình diễn: the invented world, built through the public acts. */
@ApplicationModule(
        displayName = "Trình diễn",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "organisation",
            "access",
            "regulation",
            "document",
            "signature",
            "member",
            "liaison",
            "meeting",
            "forum",
            "assignment",
            "away",
            "transfer",
            "screening",
            "classification",
            "exchange",
            "assessment",
            "notification",
            "audit",
            "desk"
        })
@NullMarked
package vn.ganbo.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
