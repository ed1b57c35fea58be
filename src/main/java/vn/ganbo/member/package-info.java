/**
 * Đảng viên: people, members, offices held, exemptions; what the workplace and the residence each
 * see.
 */
@ApplicationModule(
        displayName = "Đảng viên",
        allowedDependencies = {
            "web",
            "spreadsheet",
            "database",
            "organisation",
            "access",
            "regulation",
            "document"
        })
@NullMarked
package vn.ganbo.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
