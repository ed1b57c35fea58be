package vn.ganbo.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;

/**
 * What the record is to hold after a correction by the workplace; null clears a field.
 *
 * @param personalId twelve digits, or null to keep what is there
 */
record RecordChange(
        String fullName,
        @Nullable String otherName,
        @Nullable PartialDate birth,
        @Nullable Sex sex,
        @Nullable String ethnicity,
        @Nullable String cardNo,
        @Nullable String fileNo,
        @Nullable String personalId,
        @Nullable LocalDate admitted,
        @Nullable LocalDate official,
        @Nullable String occupation,
        @Nullable String post,
        @Nullable String expertise,
        @Nullable String readyToHelp,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String residenceAddress,
        @Nullable String commune,
        @Nullable String permanentAddress) {

    /** The record as it stands, so that single fields can be put in place of it. */
    static RecordChange of(MemberFile file) {
        return new RecordChange(
                file.fullName(),
                file.otherName(),
                file.birth(),
                file.sex(),
                file.ethnicity(),
                file.cardNo(),
                file.fileNo(),
                null,
                file.admitted(),
                file.official(),
                file.occupation(),
                file.post(),
                file.expertise(),
                file.readyToHelp(),
                file.phone(),
                file.email(),
                file.residenceAddress(),
                file.residenceCommune(),
                file.permanentAddress());
    }

    /** The fields in which this differs from the record, by the names of the form. */
    List<String> differences(MemberFile file) {
        RecordChange before = of(file);
        List<String> fields = new ArrayList<>();
        note(fields, "fullName", before.fullName, fullName);
        note(fields, "otherName", before.otherName, otherName);
        note(fields, "birth", before.birth, birth);
        note(fields, "sex", before.sex, sex);
        note(fields, "ethnicity", before.ethnicity, ethnicity);
        note(fields, "cardNo", before.cardNo, cardNo);
        note(fields, "fileNo", before.fileNo, fileNo);
        note(fields, "personalId", null, personalId);
        note(fields, "admitted", before.admitted, admitted);
        note(fields, "official", before.official, official);
        note(fields, "occupation", before.occupation, occupation);
        note(fields, "post", before.post, post);
        note(fields, "expertise", before.expertise, expertise);
        note(fields, "readyToHelp", before.readyToHelp, readyToHelp);
        note(fields, "phone", before.phone, phone);
        note(fields, "email", before.email, email);
        note(fields, "address", before.residenceAddress, residenceAddress);
        note(fields, "commune", before.commune, commune);
        note(fields, "permanentAddress", before.permanentAddress, permanentAddress);
        return fields;
    }

    private static void note(
            List<String> fields, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }
}
