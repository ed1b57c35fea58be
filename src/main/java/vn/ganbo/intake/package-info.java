/** Văn bản đến: what comes on paper or from another installation is entered and taken in. */
@ApplicationModule(
        displayName = "Văn bản đến",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "organisation",
            "document",
            "member",
            "liaison",
            "transfer"
        })
@NullMarked
package vn.ganbo.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
