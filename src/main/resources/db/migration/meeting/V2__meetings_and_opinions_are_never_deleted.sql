-- What no act takes away the program may not take away.
revoke delete on meeting.meeting, meeting.opinion from app;
