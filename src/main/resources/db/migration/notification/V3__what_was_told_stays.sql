-- What no act changes or takes away the program may not change or take away.
revoke update, delete on notification.notice, notification.reading from app;
