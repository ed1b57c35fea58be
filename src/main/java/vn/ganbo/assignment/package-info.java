/** Phân công nhiệm vụ: the tasks of a cell, who does them, and that somebody reviews them. */
@ApplicationModule(
        displayName = "Phân công nhiệm vụ",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "organisation",
            "regulation",
            "document",
            "member"
        })
@NullMarked
package vn.ganbo.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
