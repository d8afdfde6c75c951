"""What a letter says beside assignments and money: goals, indicators, reporting, authorisations,
payments, common requirements, attachments.

It comes after `meaning`, whose sections, assignments, deadlines and tables it points to.
"""
