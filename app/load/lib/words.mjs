// The parts that recipients are put together from.

export const given = (
  'Emma Liam Olivia Noah Ava Ethan Sophia Mason Isabella Lucas Mia Logan Amelia James Harper Benjamin Evelyn ' +
  'Jacob Abigail Michael Emily Daniel Ella Henry Scarlett Jackson Grace Sebastian Chloe Aiden Victoria Matthew ' +
  'Riley Samuel Aria David Lily Joseph Aurora Carter Zoey Owen Nora Wyatt Hannah John Leah Jack Priya Arjun ' +
  'Ananya Rohan Fatima Omar Kwame Amara Chidi Ngozi Thandiwe Sipho Yuki Kenji Mei Wei Linh Minh Siti Budi Maria ' +
  'Juan Carmen Diego Giulia Marco Anna Piotr Ingrid Lars Freya Bjorn Saoirse Niamh'
).split(' ');

export const givenAccented = (
  'José Zoë Björn Chloé Renée François Søren Łukasz Małgorzata Jürgen Günther Åsa Øyvind Márta Zsófia Ştefan ' +
  'Ioană Tomáš Jiří Ángel Íñigo Núria João Conceição Élodie Benoît Anaïs Žana Đorđe Ümit Çağla İpek Nguyễn Đặng ' +
  'Thảo Hồng Siobhán Pádraig Óscar Þóra'
).split(' ');

export const givenOtherScripts = 'Иван Анна Дмитрий Екатерина Сергей Наталья Γιώργος Ελένη Νίκος Μαρία'.split(' ');

export const family = (
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson ' +
  'Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis ' +
  'Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera ' +
  'Campbell Mitchell Carter Roberts Patel Sharma Kumar Singh Khan Ahmed Okafor Adeyemi Mensah Dlamini Tanaka ' +
  'Suzuki Watanabe Kim Park Chen Wang Zhang Santos Silva Rossi Ferrari Kowalski Novak Ivanov Petrov Larsen Hansen ' +
  'Murphy OBrien Schwarzenegger Papadopoulos Vandenberghe Wolfeschlegel'
).split(' ');

export const familyAccented = (
  'Müller Schröder Großmann Núñez Muñoz García Pérez Gonçalves Guimarães Lefèvre Lécuyer D’Angelo Świątek Wójcik ' +
  'Dvořák Černý Nowaková Kovács Szőke Åkesson Sørensen Jørgensen Þórðarson Yıldırım Öztürk Çelik Đurić Žižek ' +
  'Şahin Trần Phạm Ó’Súilleabháin Beyoğlu Škoda Lāčis Kļaviņš'
).split(' ');

export const familyOtherScripts = 'Иванов Смирнова Кузнецов Попова Соколов Παπαδόπουλος Γεωργίου Νικολάου'.split(' ');

export const companies = (
  'Northwind Contoso Globex Initech Umbra Hooli Vandelay Acme Soylent Stark Wayne Tyrell Cyberdyne Aperture ' +
  'Massive Pied Bluth Dunder Prestige Oceanic Gekko Monarch Zorin Virtucon'
).split(' ');

export const branches = (
  'Logistics|Health|Foods|Labs|Systems|& Sons|Energy GmbH|Studio|Partners LLP|Robotics|Industries|Paper Co.|' +
  'Média SA|Traders'
).split('|');
